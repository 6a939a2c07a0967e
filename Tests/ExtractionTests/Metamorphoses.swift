import Facts
import Foundation
import Testing

/// Scenes and their rewritings.
enum Metamorphoses {
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let language: ArticleLanguage
    /// Sentences that tell the same; `{A}`, `{B}` are companies, `{は}` a topic or subject particle, `{M}` a sum,
    /// `{x|y}` a choice of words.
    let sentences: [String]
    let companies: [[String]]
    let sums: [String]

    var testDescription: String { name }
  }

  /// The forms in which one sum may be written, and its restatement for readers at home.
  private static let dollars = ["120億ドル", "１２０億ドル", "120億米ドル", "12,000,000,000ドル", "百二十億ドル", "120億ドル（約1兆8400億円）"]
  private static let yen = ["3500億円", "3,500億円", "３５００億円", "三千五百億円", "3500億円（約23億ドル）"]

  private static let openAI = ["OpenAI", "米OpenAI", "オープンAI", "米オープンAI"]
  private static let microsoft = ["マイクロソフト", "米マイクロソフト", "Microsoft", "米Microsoft"]
  private static let anthropic = ["アンソロピック", "Anthropic", "米アンソロピック"]
  private static let oracle = ["オラクル", "米オラクル", "Oracle"]
  private static let nvidia = ["エヌビディア", "米エヌビディア", "NVIDIA"]
  private static let softBank = ["ソフトバンクグループ", "SoftBank Group"]
  private static let mizuho = ["みずほ銀行"]
  private static let billions = ["$12 billion", "$12bn", "$12B", "US$12 billion", "$12-billion", "$12,000 million"]
  private static let yi = ["120亿美元", "120亿美金", "120 亿美元", "１２０亿美元", "一百二十亿美元", "120亿美元（约合人民币860亿元）"]

  static let scenes = japanese + english + chinese

  /// Sentences that are not yet read like the others; a test fails when one of them is.
  static let gaps: Set<String> = [
  ]

  private static let japanese: [Scene] = [
    Scene(
      name: "ja.acquisition", language: .ja,
      sentences: [
        "{A}{は}{B}を{M}で買収すると発表した。", "{A}{は}{B}を{M}で{完全子会社化|買収}する。", "{B}は{A}に{M}で買収されると発表した。",
        "{A}は{M}で{B}を買収すると発表した。", "{A}{は}4日、{B}を{M}で買収することで合意したと発表した。", "{A}による{B}の買収額は{M}となる。",
        "{M}で{B}を買収すると{A}が発表した。",
      ],
      companies: [microsoft, anthropic], sums: dollars),
    Scene(
      name: "ja.investment", language: .ja,
      sentences: [
        "{A}{は}{B}に{M}を出資すると発表した。", "{A}{は}{B}に{M}を{投資|出資}する。", "{B}{は}{A}から{M}の出資を受けると発表した。",
        "{A}は{M}を{B}に出資すると発表した。", "{B}{は}{A}から{M}を調達した。", "{A}{は}4日、{B}へ{M}を投じると発表した。",
        "{A}による{B}への{M}の出資が発表された。",
      ],
      companies: [softBank, openAI], sums: yen),
    Scene(
      name: "ja.cloud", language: .ja,
      sentences: [
        "{A}{は}{B}と{M}のクラウド契約を結んだ。", "{B}{は}{A}と{M}のクラウド契約を{結んだ|締結した|交わした}。", "{A}{は}{B}と総額{M}のクラウド利用契約を締結したと発表した。",
        "{A}は4日、{B}のクラウドを利用する{M}の契約を結んだと発表した。", "{B}{は}{A}に{M}の計算資源を提供する契約を結んだ。",
      ],
      companies: [openAI, oracle], sums: dollars),
    Scene(
      name: "ja.chips", language: .ja,
      sentences: [
        "{A}{は}{B}にAI半導体を{M}で供給する契約を結んだ。", "{B}{は}{A}からAI半導体を{M}で調達する契約を結んだ。", "{B}{は}{A}に{M}のGPUを発注した。",
        "{B}{は}{A}からGPUを{M}で{購入する|調達する}。",
      ],
      companies: [nvidia, oracle], sums: dollars),
    Scene(
      name: "ja.partnership", language: .ja,
      sentences: [
        "{A}{は}{B}と業務提携すると発表した。", "{A}と{B}は業務提携すると発表した。", "{A}と{B}が{提携|業務提携}した。", "{B}{は}{A}と{提携した|業務提携した|提携することで合意した}。",
        "{A}{は}4日、{B}との{提携|業務提携}を発表した。", "{A}と{B}の提携が発表された。",
      ],
      companies: [softBank, anthropic], sums: [""]),
    Scene(
      name: "ja.license", language: .ja,
      sentences: [
        "{A}{は}{B}に技術を{M}でライセンス供与する契約を結んだ。", "{B}{は}{A}から技術のライセンス供与を{M}で受ける契約を結んだ。", "{A}{は}{B}と{M}のライセンス契約を結び、技術を供与する。",
      ],
      companies: [anthropic, oracle], sums: dollars),
    Scene(
      name: "ja.loan", language: .ja,
      sentences: [
        "{A}{は}{B}から{M}の融資を受ける。", "{B}{は}{A}に{M}を融資する。", "{A}{は}{B}から{M}を借り入れると発表した。", "{B}は4日、{A}に{M}を融資すると発表した。",
      ],
      companies: [softBank, mizuho], sums: yen),
    Scene(
      name: "ja.power", language: .ja,
      sentences: [
        "{A}{は}{B}と電力購入契約を結んだ。", "{A}{は}{B}から電力を購入する契約を{結んだ|締結した}。", "{B}{は}{A}に電力を供給する契約を{結んだ|締結した}。", "{B}{は}{A}のデータセンターに電力を供給する契約を結んだ。",
      ],
      companies: [microsoft, ["東京電力"]], sums: [""]),
    Scene(
      name: "ja.venture", language: .ja,
      sentences: [
        "{A}と{B}は合弁会社を設立すると発表した。", "{A}{は}{B}と合弁会社を設立{すると発表した|する|した}。", "{A}と{B}が{合弁会社|共同出資会社}を設立した。", "{A}は4日、{B}と合弁会社を設立すると発表した。",
      ],
      companies: [softBank, openAI], sums: [""]),
    Scene(
      name: "ja.offering", language: .ja,
      sentences: ["{A}{は}新規株式公開で{M}を調達した。", "{A}{は}IPOで{M}を調達した。"], companies: [anthropic, [""]], sums: dollars),
  ]

  private static let english: [Scene] = [
    Scene(
      name: "en.acquisition", language: .en,
      sentences: [
        "{A} will acquire {B} for {M}.", "{A} {has agreed|agreed} to {acquire|buy} {B} for {M}.", "{A} is {acquiring|buying} {B} in a {M} deal.", "{B} will be acquired by {A} for {M}.",
        "{B} {has agreed to be|is being} {acquired|bought} by {A} for {M}.", "{A} announced the acquisition of {B} for {M}.", "{A} said it would buy {B} for {M}.",
        "{A} announced on Tuesday that it will acquire {B} for {M}.", "{A}’s {M} acquisition of {B} was announced on Tuesday.", "In a {M} deal, {A} is buying {B}.",
        "{A} said Tuesday that it has agreed to acquire {B} for {M}.",
      ],
      companies: [["Microsoft"], ["Anthropic"]], sums: billions),
    Scene(
      name: "en.investment", language: .en,
      sentences: [
        "{A} will invest {M} in {B}.", "{A} {invested|is investing|agreed to invest} {M} in {B}.", "{A} announced a {M} investment in {B}.", "{B} {raised|has raised|secured} {M} from {A}.",
        "{B} {received|secured} a {M} investment from {A}.", "{A} said it would invest {M} in {B}.", "{B} {raised|closed|announced} a {M} {round|funding round} led by {A}.",
        "{B} raised {M} in a {round|funding round} led by {A}.", "{A} led a {M} round in {B}.", "{A}’s {M} investment in {B} was announced on Tuesday.", "{B} raised {M}. {A} led the round.",
      ],
      companies: [["SoftBank", "SoftBank Group"], ["OpenAI"]], sums: billions),
    Scene(
      name: "en.cloud", language: .en,
      sentences: [
        "{A} signed a {M} cloud {deal|contract|agreement} with {B}.", "{B} signed a {M} cloud {deal|contract|agreement} with {A}.", "{A} {will pay|agreed to pay} {B} {M} for cloud {computing|services}.",
        "{A} {committed|agreed} to spend {M} on {B}’s cloud services.", "{A} has agreed to buy {M} of computing power from {B}.", "{B} will provide {A} with {M} of computing capacity.",
        "{A} and {B} signed a {M} cloud computing agreement.", "{A} struck a {M} cloud deal with {B}.",
      ],
      companies: [["OpenAI"], ["Oracle"]], sums: billions),
    Scene(
      name: "en.chips", language: .en,
      sentences: [
        "{A} will supply {B} with AI chips worth {M}.", "{B} {will buy|agreed to buy|has ordered} {M} worth of chips from {A}.", "{A} agreed to supply AI chips to {B} in a {M} deal.", "{B} signed a {M} deal to buy chips from {A}.",
        "{B} will buy {M} worth of {A} chips.",
      ],
      companies: [["Nvidia", "NVIDIA"], ["Oracle"]], sums: billions),
    Scene(
      name: "en.partnership", language: .en,
      sentences: [
        "{A} and {B} announced a partnership.", "{A} {partnered|has partnered|is partnering|teamed up|has teamed up} with {B}.", "{A} announced a {partnership|strategic partnership|collaboration} with {B}.",
        "{A} and {B} {are partnering|have partnered|formed a partnership|agreed to collaborate}.", "{A} entered into a {partnership|strategic partnership} with {B}.", "{A} {is collaborating|will collaborate} with {B}.",
      ],
      companies: [["SoftBank", "SoftBank Group"], ["Anthropic"]], sums: [""]),
    Scene(
      name: "en.license", language: .en,
      sentences: ["{A} will license its technology to {B} for {M}.", "{B} will license {A}’s technology for {M}.", "{B} agreed to license technology from {A} for {M}."],
      companies: [["Anthropic"], ["Oracle"]], sums: billions),
    Scene(
      name: "en.loan", language: .en,
      sentences: ["{A} {borrowed|has borrowed} {M} from {B}.", "{A} secured a {M} loan from {B}.", "{B} {lent|will lend} {A} {M}.", "{B} provided a {M} loan to {A}."],
      companies: [["SoftBank", "SoftBank Group"], ["JPMorgan", "JPMorgan Chase"]], sums: billions),
  ]

  private static let chinese: [Scene] = [
    Scene(
      name: "zh.acquisition", language: .zh,
      sentences: [
        "{A}宣布以{M}收购{B}。", "{A}{将以|宣布将以|以}{M}{收购|并购}{B}。", "{B}被{A}以{M}收购。", "{A}宣布收购{B}，{交易金额为|作价|交易金额}{M}。", "{A}完成对{B}的收购，交易金额为{M}。", "11月4日，{A}宣布以{M}收购{B}。",
      ],
      companies: [["微软", "Microsoft"], ["Anthropic"]], sums: yi),
    Scene(
      name: "zh.investment", language: .zh,
      sentences: [
        "{A}宣布向{B}投资{M}。", "{A}{向|对}{B}投资{M}。", "{B}获{A}{M}投资。", "{B}获得{A}{M}投资。", "{B}{完成|宣布完成}{M}融资，由{A}领投。", "{B}完成{M}B轮融资，{A}领投。", "{A}领投了{B}的{M}融资。", "{B}完成由{A}领投的{M}融资。",
        "11月4日，{B}宣布完成{M}融资，本轮融资由{A}领投。",
      ],
      companies: [["软银", "软银集团"], ["OpenAI"]], sums: yi),
    Scene(
      name: "zh.cloud", language: .zh,
      sentences: [
        "{A}与{B}签署{M}云计算协议。", "{A}{与|和}{B}签署{M}的云计算{合同|协议}。", "{A}和{B}签订了价值{M}的云服务{合同|协议}。", "{A}将向{B}采购{M}的云服务。", "{B}将向{A}提供{M}的算力。",
      ],
      companies: [["OpenAI"], ["甲骨文", "Oracle"]], sums: yi),
    Scene(
      name: "zh.chips", language: .zh,
      sentences: ["{B}将向{A}采购{M}的芯片。", "{B}{将向|向}{A}采购{M}的{AI芯片|GPU}。", "{B}从{A}购买{M}的{芯片|GPU}。", "{A}向{B}供应价值{M}的AI芯片。", "{B}向{A}订购了{M}的芯片。"],
      companies: [["英伟达", "NVIDIA"], ["甲骨文", "Oracle"]], sums: yi),
    Scene(
      name: "zh.partnership", language: .zh,
      sentences: [
        "{A}与{B}达成战略合作。", "{A}{与|和}{B}{达成合作|签署战略合作协议|建立战略合作伙伴关系|达成战略合作}。", "{A}宣布与{B}{达成战略合作|达成合作|合作}。", "11月4日，{A}与{B}宣布达成战略合作。",
      ],
      companies: [["软银", "软银集团"], ["Anthropic"]], sums: [""]),
    Scene(
      name: "zh.loan", language: .zh,
      sentences: ["{A}从{B}获得{M}贷款。", "{B}向{A}提供{M}贷款。", "{A}获{B}{M}贷款。"], companies: [["软银", "软银集团"], ["摩根大通"]], sums: yi),
  ]

  /// Every combination of particle, words, names and sums of one sentence; the plainest first.
  static func tellings(of sentence: String, _ scene: Scene) -> [String] {
    var tellings: [String] = []
    for pattern in choices(sentence.replacing("{は}", with: "{は|が}")) {
      for first in scene.companies[0] {
        for second in scene.companies[1] {
          for sum in pattern.contains("{M}") ? scene.sums : [""] {
            tellings.append(pattern.replacing("{A}", with: first).replacing("{B}", with: second).replacing("{M}", with: sum))
          }
        }
      }
    }
    if ProcessInfo.processInfo.environment["KAWARABAN_METAMORPHOSES"] == "all" { return tellings }
    // A dozen of each sentence, spread over the choices: the step shares no factor with their numbers.
    let step = max(1, tellings.count / 12 | 1)
    return stride(from: 0, to: tellings.count, by: step).map { tellings[$0] }
  }

  /// The sentences that `{x|y}` stands for.
  private static func choices(_ sentence: String) -> [String] {
    guard let bar = sentence.firstIndex(of: "|"), let open = sentence[..<bar].lastIndex(of: "{"), let close = sentence[bar...].firstIndex(of: "}")
    else { return [sentence] }
    return sentence[sentence.index(after: open)..<close].split(separator: "|").flatMap { word in
      choices(String(sentence[..<open]) + word + sentence[sentence.index(after: close)...])
    }
  }
}
