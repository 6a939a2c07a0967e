import CCatalogData
import Foundation

/// The catalogue's files as bytes: those inside the binary, then those of an overlay folder.
struct CatalogFiles {
  struct File {
    /// `companies.csv`, or the path of an overlay's file: what errors name.
    let path: String
    let name: String
    private let content: Content

    /// A copy, made when it is asked for: by whichever core reads the file.
    var bytes: [UInt8] { content.read { Array($0) } }

    init(path: String, name: String, content: Content) {
      (self.path, self.name, self.content) = (path, name, content)
    }

    init(path: String, name: String, bytes: [UInt8]) { self.init(path: path, name: name, content: .read(bytes)) }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result { content.read(body) }
  }

  /// Bytes inside the binary, or read from a folder.
  enum Content: @unchecked Sendable {
    /// Constant data of the binary: there as long as the process.
    case embedded(UnsafeBufferPointer<UInt8>)
    case read([UInt8])

    func read<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
      switch self {
      case .embedded(let bytes): body(bytes)
      case .read(let bytes): bytes.withUnsafeBufferPointer(body)
      }
    }
  }

  let files: [File]

  init(overlay: URL?) throws {
    var files: [File] = []
    var count = 0
    let embedded = CCatalogData_files(&count)
    for position in 0..<count {
      let file = embedded[position]
      let name = String(cString: file.path)
      files.append(File(path: name, name: name, content: .embedded(UnsafeBufferPointer(start: file.bytes, count: file.count))))
    }
    if let overlay {
      let names = files.map(\.name).filter { $0.hasSuffix(".csv") || $0.hasSuffix(".tsv") }
      var found = false
      for name in names {
        let url = overlay.appendingPathComponent(name)
        guard FileManager.default.fileExists(atPath: url.path) else { continue }
        found = true
        do {
          files.append(File(path: url.path, name: name, bytes: [UInt8](try Data(contentsOf: url))))
        } catch {
          throw CatalogError(
            file: url.path, line: 0, problem: "cannot be read: \(error.localizedDescription)",
            remedy: "make it readable, or leave the overlay out")
        }
      }
      guard found else {
        throw CatalogError(
          file: overlay.path, line: 0, problem: "the overlay folder holds no file of the catalogue",
          remedy: "name a folder with any of \(names.joined(separator: ", "))")
      }
    }
    self.files = files
  }

  func named(_ name: String) -> [File] { files.filter { $0.name == name } }

  /// The bytes of a word list.
  func list(_ name: String) -> [UInt8] { files.first { $0.name == name }?.bytes ?? [] }

  /// FNV-1a over names and bytes, eight bytes a step.
  var hash: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for file in files {
      for byte in file.name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      file.withBytes { bytes in
        let raw = UnsafeRawBufferPointer(bytes)
        let whole = raw.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
          let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
          hash = (hash ^ word) &* 0x100_0000_01b3
          hash ^= hash >> 29
        }
        for byte in raw[whole...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
