#!/usr/bin/env bash
# Runs a Lakebeam command on Spark in local mode, from the bundled jar.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=runners-config/lib/bundled-jar.sh
source "$root/runners-config/lib/bundled-jar.sh"

usage() {
  cat <<'TEXT'
Usage: submit.sh [spark-submit options --] COMMAND [options of the command]

Runs COMMAND on Spark in local mode; --runner=SparkRunner is added.

  submit.sh trades-average --lake=./lake
  submit.sh --driver-memory 8g -- trades-ingest --lake=./lake

It needs Spark 3.5 built for Scala 2.12: SPARK_HOME, or spark-submit on the PATH.
The jar is LAKEBEAM_JAR, or the one that `mvn package` makes.
TEXT
}

find_spark_submit() {
  if [[ -n "${SPARK_HOME:-}" ]]; then
    [[ -x "$SPARK_HOME/bin/spark-submit" ]] \
      || fail "SPARK_HOME is $SPARK_HOME, which has no bin/spark-submit"
    echo "$SPARK_HOME/bin/spark-submit"
  else
    command -v spark-submit \
      || fail 'no spark-submit: set SPARK_HOME to a Spark 3.5 (Scala 2.12), or put spark-submit on the PATH'
  fi
}

case "${1:-}" in
  -h | --help)
    usage
    exit 0
    ;;
  '')
    usage >&2
    exit 2
    ;;
esac

# What stands before a -- is for spark-submit.
spark_options=()
for argument in "$@"; do
  if [[ "$argument" == -- ]]; then
    while [[ "$1" != -- ]]; do
      spark_options+=("$1")
      shift
    done
    shift
    break
  fi
done
[[ $# -gt 0 && "$1" != -* ]] || fail 'no command; see submit.sh --help'

spark_submit=$(find_spark_submit)
jar=$(find_jar "$root")
# Everything is in one process; without it Spark warns about the machine's name.
export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}
exec "$spark_submit" \
  --master 'local[*]' \
  --properties-file "$here/spark-defaults.conf" \
  --driver-java-options "-Dlog4j2.configurationFile=file:$here/log4j2.properties" \
  ${spark_options[@]+"${spark_options[@]}"} \
  --class io.lakebeam.pipelines.Lakebeam \
  "$jar" "$@" --runner=SparkRunner
