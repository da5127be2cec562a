package io.lakebeam.lake;

/** The layout under a lake's root. Every directory ends with a slash. */
public final class Lake {
  private final String root;

  private Lake(String root) {
    this.root = root;
  }

  public static Lake at(String root) {
    return new Lake(LakePaths.directory(root));
  }

  public String root() {
    return root;
  }

  /** Where a table or a kind of input lies, such as {@code bronze/trades}. */
  public String place(String name) {
    return root + name + "/";
  }
}
