import Foundation

/// Writes a file whole: beside its place first, then by a rename, so that whoever reads it sees the old or the new one.
///
/// Only a regular file, or none, is replaced. A device or a pipe (`/dev/stdout`) is written to as it is: a rename by root
/// would put a file in the device's place.
func replaceFile(_ path: String, with data: Data) throws {
  var status = stat()
  let exists = stat(path, &status) == 0
  if exists, status.st_mode & S_IFMT != S_IFREG {
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    defer { handle.closeFile() }
    try handle.write(contentsOf: data)
  } else {
    let place = exists ? URL(filePath: path).resolvingSymlinksInPath() : URL(filePath: path)
    try data.write(to: place, options: .atomic)
  }
}
