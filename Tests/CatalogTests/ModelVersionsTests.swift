import Facts
import Testing

@testable import Catalog

@Suite struct ModelVersionsTests {
  @Test(
    arguments: [
      ("Qwen9-Maxを公開した。", "new:Qwen9-Max", "alibaba-cloud", "qwen"),
      ("GPT‑9.2を公開した。", "new:GPT‑9.2", "openai", "gpt"),
      ("文心19.0を公開した。", "new:文心19.0", "baidu", "ernie"),
      ("Llama 12を公開した。", "new:Llama 12", "meta", "llama"),
    ])
  func `a version released tomorrow has its family and maker today`(text: String, id: String, maker: String, family: String) throws {
    let mention = try #require(try mentions(text).first)
    #expect(mention.id == id)
    #expect(mention.type == .model)
    #expect(mention.family == family)
    #expect(mention.isDiscovered)
    let catalog = try sharedCatalog.get()
    #expect(mention.maker == catalog.developer(ofModel: family))
    #expect(mention.maker.map(catalog.ultimateParent(ofCompany:)) == catalog.ultimateParent(ofCompany: maker))
  }

  @Test func `a known version is its row, by the family's short name too`() throws {
    #expect(try links("DeepSeek-V3.1を試す。") == ["DeepSeek-V3.1=model:deepseek-v3-1"])
    #expect(try links("AnthropicのFable 5を試す。").last == "Fable 5=model:claude-fable-5")
  }

  @Test(arguments: ["GPT-6", "GPT 6", "GPT‑6", "GPT6", "ＧＰＴ－６"])
  func `spaces, hyphens and width do not make another model`(name: String) throws {
    #expect(try mentions("新しい\(name)を使う。").map(\.id) == ["gpt-6"])
  }

  @Test(arguments: ["Claude 3社の比較。", "Gemini 2026年版の手引き。", "Llama 5万人が使う。", "Claude 3 million users."])
  func `a number that counts something is no version`(text: String) throws {
    #expect(try mentions(text).allSatisfy { !$0.isDiscovered })
  }

  @Test func `an old version is not found inside a newer one`() throws {
    #expect(try links("GPT-4.97を試す。") == ["GPT-4.97=model:new:GPT-4.97"])
  }

  @Test func `a chip of a known series has its maker`() throws {
    let mention = try #require(try mentions("GeForce RTX 9090を買う。").first)
    #expect(mention.type == .chip)
    #expect(mention.maker == "nvidia")
  }

  @Test(arguments: [
    ("青岚智能发布大模型“青岚3.0”。青岚2.5的用户很多。", ArticleLanguage.zh, ["青岚3.0", "青岚2.5"]),
    ("青岚智能发布大模型“青岚3.0”。青岚的用户很多。", .zh, ["青岚3.0"]),
  ])
  func `another version of a model found in a text is a model too`(text: String, language: ArticleLanguage, names: [String]) throws {
    #expect(try mentions(text, language).filter { $0.type == .model }.map(\.name) == names)
  }
}
