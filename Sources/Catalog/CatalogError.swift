/// The catalogue's data is wrong. Trying again does not help: a person has to mend the named line. Exit status 78.
public struct CatalogError: Error, Hashable, CustomStringConvertible {
  public let file: String
  /// From 1; 0 where the file as a whole is meant.
  public let line: Int
  public let problem: String
  public let remedy: String

  public init(file: String, line: Int, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }

  public var description: String {
    (line > 0 ? "\(file):\(line): " : "\(file): ") + problem + "; " + remedy
  }
}
