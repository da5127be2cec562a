package io.lakebeam.flights;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The days of raw flights that are older than those to keep: the directories {@code
 * date=yyyy-MM-dd} of the raw table whose name is a day. Links, files and other names are none.
 */
public final class PurgeFlights {
  private static final String COLUMN = "date=";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private final String table;
  private final LocalDate firstKept;

  private PurgeFlights(String table, LocalDate firstKept) {
    this.table = table;
    this.firstKept = firstKept;
  }

  /**
   * @param table the directory of the raw table, with a slash at its end
   * @param keepDays how many days before today are kept beside it, 0 or more
   */
  public static PurgeFlights of(String table, LocalDate today, int keepDays) {
    return new PurgeFlights(table, today.minusDays(keepDays));
  }

  /** The directories of the days to delete, each with a slash at its end, sorted. */
  public List<String> old() {
    return LakeFiles.directories(table).stream()
        .filter(this::isOld)
        .map(name -> table + name + "/")
        .collect(Collectors.toList());
  }

  private boolean isOld(String name) {
    if (!name.startsWith(COLUMN)) {
      return false;
    }
    try {
      return LocalDate.parse(name.substring(COLUMN.length()), DAY).isBefore(firstKept);
    } catch (DateTimeParseException notADay) {
      return false;
    }
  }

  /**
   * Deletes such a directory and all that is in it; of a link, the link.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if something of it stays
   */
  public static void delete(String directory) throws IOException {
    LakeFiles.deleteTree(directory);
    if (!LakeFiles.listAll(directory).isEmpty()) {
      throw new LakeException(
          ExitCode.BAD_PLACE, directory + " cannot be deleted; check the rights");
    }
  }
}
