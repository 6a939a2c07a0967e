import Foundation

/// Large read-only files, looked at without reading them into memory.
enum MappedFile {
  static func exists(_ path: String) -> Bool {
    FileManager.default.isReadableFile(atPath: path)
  }

  /// One hash over several files (64-bit FNV-1a over eight-byte words, then the tails): tells versions apart, no more.
  static func hash(_ paths: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for path in paths {
      let data: Data
      do {
        data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
      } catch {
        // A file that went away since MeCab opened it: another dictionary, another hash.
        hash = (hash ^ 1) &* 0x100_0000_01B3
        continue
      }
      data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in
        let words = bytes.count / 8
        for word in 0..<words {
          hash = (hash ^ bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)) &* 0x100_0000_01B3
        }
        for offset in (words * 8)..<bytes.count { hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
