package io.lakebeam.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Our jobs in DuckDB, on two threads, in 4 GB: {@code <job> <input> <output>}, where the job is
 * {@code trades-ingest}, {@code trades-average}, {@code trades-top}, {@code
 * trades-anomalies-<rule>}, {@code pile-clean} or {@code pile-clean-exact}. {@code reshape-hot} and
 * {@code reshape-days} make other input of generated trades. Each is the SQL file of its name
 * beside this class.
 *
 * <p>DuckDB does less than ours: columns are taken by position, malformed lines are skipped without
 * a reject, nothing is counted or checked, a failed run leaves what it wrote.
 */
public final class DuckDbJobs {
  private DuckDbJobs() {}

  public static void main(String[] args) throws SQLException, IOException {
    String job = args[0];
    Files.createDirectories(Path.of(args[2]));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      // As much as Spark SQL has; DuckDB would keep what it has read, up to most of the machine.
      statement.execute("SET memory_limit = '4GB'");
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET preserve_insertion_order = false");
      if (job.startsWith("pile-")) {
        statement.execute(sql("pile-documents", args[1], args[2]));
      } else if (job.startsWith("trades-") && !job.equals("trades-ingest")) {
        statement.execute(sql("refine", args[1], args[2]));
      }
      statement.execute(sql(job, args[1], args[2]));
    }
  }

  private static String sql(String name, String input, String output) throws IOException {
    try (InputStream resource = DuckDbJobs.class.getResourceAsStream(name + ".sql")) {
      if (resource == null) {
        throw new IllegalArgumentException("no job " + name);
      }
      String sql = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return sql.replace("${input}", input).replace("${output}", output);
    }
  }
}
