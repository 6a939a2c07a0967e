import Articles
import Facts
import Foundation
import Testing

@Suite("Character sets and broken files")
struct HardInputTests {
  private let sentence = "アオバ社は４日、計算基盤に35億円を投じると発表した。工場は来年動き出す。"

  private func read(_ bytes: [UInt8], name: String = "a.txt", limits: ReadLimits = ReadLimits()) -> [ReadResult] {
    ArticleReader(limits: limits).read(RawDocument(uri: name, bytes: bytes, hints: .init(name: name)))
  }

  private func article(_ bytes: [UInt8], name: String = "a.txt") throws -> Article {
    let results = read(bytes, name: name)
    guard case .article(let article) = try #require(results.first) else {
      throw UnexpectedReject(description: "\(results)")
    }
    return article
  }

  private func reject(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws -> Reject {
    guard case .reject(let reject) = try #require(read(bytes, limits: limits).first) else {
      throw UnexpectedReject(description: "an article")
    }
    return reject
  }

  struct UnexpectedReject: Error { let description: String }

  @Test(
    "Text without a declaration is read in its character set",
    arguments: [
      (
        "shift_jis", "アオバ社は４日、計算基盤に35億円を投じると発表した。工場は来年動き出す。",
        "83418349836f8ed082cd825393fa81418c768e5a8aee94d582c9333589ad897e82f0938a82b682e982c694ad955c82b582bd81428d488fea82cd9788944e93ae82ab8f6f82b78142"
      ),
      (
        "euc-jp", "アオバ社は４日、計算基盤に35億円を投じると発表した。工場は来年動き出す。",
        "a5a2a5aaa5d0bcd2a4cfa3b4c6fca1a2b7d7bbbbb4f0c8d7a4cb3335b2afb1dfa4f2c5eaa4b8a4eba4c8c8afc9bda4b7a4bfa1a3b9a9beeca4cfcde8c7afc6b0a4adbdd0a4b9a1a3"
      ),
      (
        "iso-2022-jp", "アオバ社は４日、計算基盤に35億円を投じると発表した。工場は来年動き出す。",
        "1b24422522252a25503c52244f2334467c212237573b3b34704857244b1b284233351b2442322f315f2472456a2438246b2448482f493d2437243f212339293e6c244f4d68472f4630242d3d50243921231b2842"
      ),
      (
        "utf-16le", "アオバ社は４日、計算基盤に35億円を投じると発表した。工場は来年動き出す。",
        "fffea230aa30d0303e796f3014ffe5650130088a977bfa57e4766b3033003500045186519230956258308b3068307a76688857305f300230e55d34586f306567745ed5524d30fa5159300230"
      ),
      (
        "utf-16be", "アオバ社は４日、計算基盤に35億円を投じると発表した。工場は来年動き出す。",
        "feff30a230aa30d0793e306fff1465e530018a087b9757fa76e4306b0033003551045186309262953058308b3068767a88683057305f30025de55834306f67655e7452d5304d51fa30593002"
      ),
      (
        "utf-8", "アオバ社は４日、計算基盤に35億円を投じると発表した。工場は来年動き出す。",
        "efbbbfe382a2e382aae38390e7a4bee381afefbc94e697a5e38081e8a888e7ae97e59fbae79ba4e381ab3335e58484e58686e38292e68a95e38198e3828be381a8e799bae8a1a8e38197e3819fe38082e5b7a5e5a0b4e381afe69da5e5b9b4e58b95e3818de587bae38199e38082"
      ),
      (
        "gb18030", "青叶公司四日宣布，将投资三十五亿元建设计算中心，这是该公司今年以来规模最大的一项投资。",
        "c7e0d2b6b9abcbbecbc4c8d5d0fbb2bca3acbdabcdb6d7cac8fdcaaecee5d2dad4aabda8c9e8bcc6cbe3d6d0d0c4a3acd5e2cac7b8c3b9abcbbebdf1c4ead2d4c0b4b9e6c4a3d7eeb4f3b5c4d2bbcfeecdb6d7caa1a3"
      ),
      (
        "big5", "青葉公司四日宣布，將投資三十五億元建設計算中心，這是該公司今年以來規模最大的一項投資。",
        "ab43b8ada4bda571a57ca4e9abc5a5aca141b14ea7ebb8eaa454a451a4adbbf5a4b8abd8b35dad70bae2a4a4a4dfa141b36fac4fb8d3a4bda571a4b5a67ea548a8d3b357bcd2b3cca46aaabaa440b6b5a7ebb8eaa143"
      ),
    ])
  func undeclared(name: String, text: String, hexadecimal: String) throws {
    let article = try article(bytes(hexadecimal))
    #expect(article.charset == name)
    #expect(article.text == text)
    #expect(article.language == (name == "gb18030" || name == "big5" ? .zh : .ja))
  }

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  @Test("A declared character set of a page is used")
  func declared() throws {
    let page = "<html><head><meta charset=Shift_JIS><title>決算</title></head><body><p>\(sentence)</p></body></html>"
    let article = try article(Array(try #require(page.data(using: .shiftJIS))), name: "a.html")
    #expect(article.charset == "shift_jis")
    #expect(article.text == sentence)
  }

  @Test("Windows quotation marks in Latin text are read")
  func windows() throws {
    let article = try article(
      Array("Aoba said it would \u{01}invest\u{02} in Kawa, the maker of chips.".utf8).map {
        $0 == 1 ? 0x93 : $0 == 2 ? 0x94 : $0
      })
    #expect(article.text == "Aoba said it would “invest” in Kawa, the maker of chips.")
    #expect(article.charset == "windows-1252")
  }

  @Test(
    "A bad file is one reject that says why",
    arguments: [
      ([], Reject.Reason.empty), (Array(" \n\t\n".utf8), .empty), ([0x41, 0, 0x42, 0x43], .binary),
      (Array("%PDF-1.7 x".utf8), .binary),
      (Array("アオバ社は".utf8) + [0xFF, 0x80, 0xC3, 0x28, 0xF5, 0x90] + Array("投資した。".utf8), .brokenEncoding),
      (Array("<html><head></head><body><script>1</script></body></html>".utf8), .noArticle),
    ])
  func bad(bytes: [UInt8], reason: Reject.Reason) throws {
    let reject = try reject(bytes)
    #expect(reject.reason == reason)
    #expect(!reject.detail.isEmpty)
  }

  @Test("A document over the limit is refused, and only its head is kept")
  func large() throws {
    var limits = ReadLimits()
    limits.documentBytes = 1000
    limits.rejectBytes = 10
    let reject = try reject([UInt8](repeating: 0x61, count: 1001), limits: limits)
    #expect(reject.reason == .tooLarge)
    #expect(reject.bytes.count == 10)
  }

  @Test("A line of many megabytes is one paragraph")
  func longLine() throws {
    var limits = ReadLimits()
    limits.documentBytes = 16 << 20
    let line = Array(String(repeating: "計算基盤", count: 500_000).utf8)
    guard case .article(let article) = try #require(read(line, limits: limits).first) else {
      throw UnexpectedReject(description: "reject")
    }
    #expect(article.blocks.count == 1)
    #expect(article.text.utf8.count == line.count)
  }

  @Test("A folder gives its good files in byte order, and a reject for what cannot be read")
  func folder() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("articles-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appendingPathComponent("sub"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("B社の話。".utf8).write(to: folder.appendingPathComponent("b.txt"))
    try Data("A社の話。".utf8).write(to: folder.appendingPathComponent("a.txt"))
    try Data("C社の話。".utf8).write(to: folder.appendingPathComponent("sub/c.txt"))
    try FileManager.default.createSymbolicLink(at: folder.appendingPathComponent("sub/loop"), withDestinationURL: folder)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("z.txt"), withDestinationURL: folder.appendingPathComponent("none"))
    var names: [String] = []
    var rejects: [Reject.Reason] = []
    for landing in ArticleSource(inputs: [folder.path]) {
      switch landing {
      case .document(let document): names.append(String(document.uri.dropFirst(folder.path.utf8.count + 1)))
      case .reject(let reject): rejects.append(reject.reason)
      }
    }
    #expect(names == ["a.txt", "b.txt", "sub/c.txt"])
    #expect(rejects == [.loop, .unreadable])
  }

  @Test("Text that was read as Windows-1252 before is turned back")
  func mojibake() throws {
    let misread =
      "ã‚¢ã‚ªãƒ\u{90}ç¤¾ã\u{81}¯å››æ—¥ã€\u{81}è¨ˆç®—åŸºç›¤ã\u{81}«ä¸‰å\u{8D}\u{81}äº”å„„å††ã‚’æŠ•ã\u{81}˜ã‚‹ã\u{81}¨ç™ºè¡¨ã\u{81}—ã\u{81}Ÿã€‚"
    let article = try article(Array("A headline of its own\n\(misread)".utf8))
    #expect(article.text == "A headline of its own\nアオバ社は四日、計算基盤に三十五億円を投じると発表した。")
    #expect(article.charset == "utf-8 read as windows-1252")
  }

  @Test("Text that was read as Shift_JIS before is turned back")
  func mojibakeOfShiftJIS() throws {
    let misread = "縺ゅ＞縺ゅ＞"
    #expect(try article(Array(String(repeating: misread, count: 2).utf8)).charset == "utf-8 read as shift_jis")
  }

  @Test("French and German text is no mojibake")
  func accents() throws {
    let text =
      "L’été dernier, la société « Aoba » a déjà levé 35 millions d’euros à Genève, où ça s’était très bien passé. Größe für Übung."
    #expect(try article(Array(text.utf8)).text == text)
  }

  @Test("A misread text that has lost a character is turned back but for that one")
  func mojibakeWithLoss() throws {
    let sentence = "アオバ社は四日、計算基盤に三十五億円を投じると発表した。工場は来年の春に動き出す予定である。"
    // The last character is cut off in the middle, as titles are.
    let misread = String(String.UnicodeScalarView(sentence.utf8.dropLast(1).map { Unicode.Scalar(UInt32($0)) ?? " " }))
    let article = try article(Array(misread.utf8))
    #expect(article.text.hasPrefix(String(sentence.dropLast())))
    #expect(article.charset == "utf-8 read as windows-1252")
  }

  @Test("Misread text that has lost too much to be turned back is refused")
  func mojibakeBeyondRepair() throws {
    let text = "繧｢繧ｪ繝千､ｾ縺ｯ蝗帶律縲∬ｨ育ｮ怜渕逶､縺ｫ35蜆�蜀�繧呈兜縺倥ｋ縺ｨ逋ｺ陦ｨ縺励◆縲ょｷ･蝣�"
    #expect(try reject(Array(text.utf8)).reason == .brokenEncoding)
  }

  @Test("Text that was read as GB18030 before is turned back, or refused where characters are lost")
  func mojibakeOfGB18030() throws {
    let misread = "鍏徃鐨勪骇鍝侊紝鐢ㄦ埛鐨勬暟鎹紝甯傚満鐨勮妯★紝鐮旂┒鐨勬柟鍚戯紝"
    #expect(try article(Array(misread.utf8)).text == "公司的产品，用户的数据，市场的规模，研究的方向，")
    let lossy = "銉涖偡銈俱儵绀俱伅銆佷簩鍥炵洰銇\u{FFFD}澧楄硣銇х櫨浜屽崄鍎勫唵銈掗泦銈併仧銇ㄤ簩鍗佷簲鏃ャ伀鐧鸿〃銇椼仧銆\u{FFFD}\n銉涖偡銈俱儵绀俱伅銆佷簩鍥炵洰銇\u{FFFD}澧楄硣銇х櫨浜屽崄鍎勫唵銈掗泦銈併仧銇ㄤ簩鍗佷簲鏃ャ伀鐧鸿〃銇椼仧銆\u{FFFD}\n銉涖偡銈俱儵绀俱伅銆佷簩鍥炵洰銇\u{FFFD}澧楄硣銇х櫨浜屽崄鍎勫唵銈掗泦銈併仧銇ㄤ簩鍗佷簲鏃ャ伀鐧鸿〃銇椼仧銆\u{FFFD}\n銉涖偡銈俱儵绀俱伅銆佷簩鍥炵洰銇\u{FFFD}澧楄硣銇х櫨浜屽崄鍎勫唵銈掗泦銈併仧銇ㄤ簩鍗佷簲鏃ャ伀鐧鸿〃銇椼仧銆\u{FFFD}"
    #expect(try reject(Array(lossy.utf8)).reason == .brokenEncoding)
  }

  @Test("A long text that was misread with a loss in each line is refused")
  func longLossyMojibake() throws {
    // What the bytes of kana and kanji become in Shift_JIS; those that are no character there are lost.
    let line = "繝帙す繧ｾ繝ｩ遉ｾ縺ｯ縲∽ｺ悟屓逶ｮ縺ｮ蠅苓ｳ\u{FFFD}縺ｧ逋ｾ莠悟香蜆\u{FFFD}蜀\u{FFFD}繧帝寔繧√◆縺ｨ莠悟香莠疲律縺ｫ逋ｺ陦ｨ縺励◆縲\u{FFFD}\n"
    #expect(try reject(Array(String(repeating: line, count: 20).utf8)).reason == .brokenEncoding)
  }

  @Test("UTF-16 without a mark is read, few of whose bytes are zero", arguments: [true, false])
  func unmarked(isLittle: Bool) throws {
    let text = sentence
    let bytes = text.utf16.flatMap { isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let article = try article(bytes)
    #expect(article.text == text)
    #expect(article.charset == (isLittle ? "utf-16le" : "utf-16be"))
  }

  @Test("Entities that a document declares are left out, its text stays", arguments: ["a.html", "a.rss"])
  func declaredEntities(name: String) throws {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
    let page =
      name == "a.html"
      ? "\(bomb)<html><body><p>\(sentence)&b;</p></body></html>"
      : "<?xml version=\"1.0\"?>\(bomb)<rss version=\"2.0\"><channel><title>x</title><item><title>題</title><description>\(sentence)&f;</description></item></channel></rss>"
    let article = try article(Array(page.utf8), name: name)
    #expect(article.text.hasPrefix(sentence))
    #expect(!article.text.contains("haha"))
    #expect(!article.text.contains("root:"))
    #expect(!article.text.contains("ENTITY"))
  }

  @Test("Text whose characters are lost is refused with a reason")
  func lost() throws {
    let text = "アオバ社は\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}計算\u{FFFD}\u{FFFD}に\u{FFFD}\u{FFFD}円を投じる。"
    #expect(try reject(Array(text.utf8)).reason == .brokenEncoding)
  }
}
