import PostgreSQL
import TestCluster
import Testing
import Warehouse

@Suite struct MigratorTests {
  @Test func anEmptyDatabaseGetsEveryMigrationOnce() throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    let migrator = try Migrator()
    #expect { try migrator.requireCurrent(connection) } throws: { error in
      guard let error = error as? WarehouseError else { return false }
      return error.kind == .schema && error.message.contains("kawaraban migrate")
    }
    let applied = try migrator.migrate(connection)
    let expected = try Migration.embedded()
    #expect(applied == expected)
    #expect(expected.map(\.version) == Array(1...expected.count))
    let again = try migrator.migrate(connection)
    #expect(again.isEmpty)
    let status = try migrator.status(connection)
    #expect(status.isCurrent)
    #expect(status.applied.count == expected.count)
    try migrator.requireCurrent(connection)
  }

  @Test(arguments: [
    ("create table mart.extra (k integer); select 1 / 0", "select 1"),
    ("create table mart.extra (k integer)", "select 1 / (count(*) = 1)::integer from mart.extra"),
  ])
  func aFailedMigrationLeavesTheOldSchemaWhole(script: String, verification: String) throws {
    let connection = try Connection(try TestDatabase().url)
    let known = try Migration.embedded()
    let broken = Migration(version: known.count + 1, name: "broken", script: script, verification: verification)
    #expect { try Migrator(migrations: known + [broken]).migrate(connection) } throws: { error in
      guard let error = error as? WarehouseError else { return false }
      return error.kind == .refused && error.message.contains("broken") && error.message.contains("division by zero")
    }
    let table = try connection.query("select to_regclass('mart.extra') is null").bool(0, 0)
    #expect(table)
    try Migrator(migrations: known).requireCurrent(connection)
  }

  @Test func aSchemaOneVersionBehindIsNamed() throws {
    let connection = try Connection(try TestDatabase(migrated: false).url)
    let known = try Migration.embedded()
    try Migrator(migrations: Array(known.dropLast())).migrate(connection)
    let newest = try #require(known.last)
    #expect { try Migrator(migrations: known).requireCurrent(connection) } throws: { error in
      (error as? WarehouseError)?.message.contains("lacks 1 migrations from \(newest.version) (\(newest.name))") == true
    }
  }

  @Test func aNewerDatabaseAndAChangedMigrationAreRefused() throws {
    let connection = try Connection(try TestDatabase().url)
    let known = try Migration.embedded()
    #expect { try Migrator(migrations: Array(known.dropLast())).migrate(connection) } throws: { error in
      (error as? WarehouseError)?.message.contains("newer than this program") == true
    }
    let first = known[0]
    let edited = Migration(version: 1, name: first.name, script: first.script + "\n-- edited", verification: first.verification)
    #expect { try Migrator(migrations: [edited] + known.dropFirst()).migrate(connection) } throws: { error in
      (error as? WarehouseError)?.message.contains("changed since they ran here: 1") == true
    }
  }
}
