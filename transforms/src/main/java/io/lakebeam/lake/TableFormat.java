package io.lakebeam.lake;

/** How the files of a table are encoded. */
public enum TableFormat {
  PARQUET("parquet"),
  CSV("csv");

  private final String extension;

  TableFormat(String extension) {
    this.extension = extension;
  }

  /** The end of the files' names, without a dot. */
  public String extension() {
    return extension;
  }
}
