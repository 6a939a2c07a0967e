import CCrypto

/// SHA-256 of bytes in lower-case hexadecimal: `e3b0c442…` for none.
public func sha256(_ bytes: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
  CCrypto.SHA256(bytes, bytes.count, &digest)
  let digits = Array("0123456789abcdef".utf8)
  var hexadecimal: [UInt8] = []
  hexadecimal.reserveCapacity(64)
  for byte in digest {
    hexadecimal.append(digits[Int(byte >> 4)])
    hexadecimal.append(digits[Int(byte & 15)])
  }
  return String(decoding: hexadecimal, as: UTF8.self)
}
