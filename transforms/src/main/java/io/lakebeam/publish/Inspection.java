package io.lakebeam.publish;

import io.lakebeam.lake.Run;
import io.lakebeam.write.Tally;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a family asks of its table before it becomes visible, and the files that describe it. Both
 * rest on what travelled with the tally.
 */
public interface Inspection extends Serializable {
  /** Nothing is asked and nothing told. */
  Inspection NONE =
      new Inspection() {
        private static final long serialVersionUID = 1;

        @Override
        public List<Check> checks(Tally tally) {
          return List.of();
        }

        @Override
        public List<Companion> companions(Run run, Tally tally) {
          return List.of();
        }
      };

  /** The quality checks of the table, beside those that hold for every table. */
  List<Check> checks(Tally tally);

  /**
   * What the run report tells beside the counts that every run has, by the name of the field:
   * values that JSON knows.
   */
  default Map<String, Object> findings(Tally tally) {
    return Map.of();
  }

  /** The files that become visible with the table; only asked for when all checks have passed. */
  List<Companion> companions(Run run, Tally tally);
}
