/// How much a decoded text looks like writing in the languages of its character set: from about −1 (wrong set) to 1.
///
/// Kana speak for the Japanese sets, frequent characters for the Chinese ones; half-width katakana, private-use
/// characters and box drawings speak against any. Example: 日本語です read as Shift_JIS scores high, the same bytes
/// read as GB18030 give rare hanzi and score low.
func plausibility(_ utf8: [UInt8], as charset: String) -> Double {
  var wide = 0
  var kana = 0
  var frequent = 0
  var odd = 0
  var han = 0
  var latinLetters = 0
  var ascii = 0
  var index = 0
  let limit = min(utf8.count, 64 << 10)
  while index < limit {
    let (scalar, length) = decodedScalar(utf8, at: index)
    index += length
    switch scalar {
    case 0..<0x80:
      ascii += 1
      continue
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC: kana += 1
    case 0x3000...0x3020, 0xFF01...0xFF5E, 0x2010...0x203B, 0x30FB: break
    case 0x4E00...0x9FFF:
      han += 1
      if frequentHan.contains(scalar) { frequent += 1 }
    case 0xFF61...0xFF9F, 0xE000...0xF8FF, 0x2500...0x257F, 0xFFFD, 0x80...0x9F, 0x3400...0x4DBF, 0x20000...: odd += 1
    case 0xC0...0xFF: latinLetters += 1
    case 0xA0...0xBF, 0x20AC, 0x2190...0x22FF, 0x25A0...0x266F: break
    default: odd += 1
    }
    wide += 1
  }
  guard wide > 0 else { return charset == "windows-1252" ? 0.1 : 0 }
  let share = { (count: Int) in Double(count) / Double(wide) }
  switch charset {
  case "shift_jis", "euc-jp", "iso-2022-jp":
    return share(kana) + 0.4 * share(frequent) - 3 * share(odd) - share(latinLetters) - (kana == 0 ? 0.3 : 0)
  case "gb18030", "big5":
    return 0.8 * share(frequent) + 0.1 * share(han) - 3 * share(odd) - share(latinLetters) - share(kana) * 0.5 - 0.05
  case "windows-1252":
    // Latin text is mostly ASCII; wide runs of accented letters are another set misread.
    let density = Double(wide) / Double(max(1, wide + ascii))
    return density < 0.15 ? 0.3 - 2 * share(odd) - density : -1
  default:
    return 0.1 * share(han) + 0.2 * share(latinLetters) - 2 * share(odd)
  }
}

/// Decodes one scalar of well-formed UTF-8.
@inline(__always)
func decodedScalar(_ utf8: [UInt8], at index: Int) -> (scalar: UInt32, length: Int) {
  utf8.withUnsafeBufferPointer { decodedScalar($0, at: index) }
}

/// Decodes one scalar of well-formed UTF-8.
@inline(__always)
func decodedScalar(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
  let byte = utf8[index]
  if byte < 0x80 { return (UInt32(byte), 1) }
  func next(_ offset: Int) -> UInt32 { index + offset < utf8.count ? UInt32(utf8[index + offset] & 0x3F) : 0 }
  if byte < 0xE0 { return (UInt32(byte & 0x1F) << 6 | next(1), 2) }
  if byte < 0xF0 { return (UInt32(byte & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
  return (UInt32(byte & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
}

/// The most frequent characters of running Chinese (both scripts) and Japanese text.
private let frequentHan: Set<UInt32> = Set(
  ("的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發"
    + "后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從"
    + "想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并物手应應战戰向头頭文"
    + "体體政美相见見被利什二等产產或新己制製身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名"
    + "真论論处處走义義各入几幾口认認条條平系系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計"
    + "管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設"
    + "式色路记記南品住告类類求据據程北边邊死张張该該交规規万取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運").unicodeScalars
    .map(\.value))
