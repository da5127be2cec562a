#!/usr/bin/env bash
# Runs a Lakebeam command from the bundled jar on the JDK's java, with an archive of its classes.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=runners-config/lib/bundled-jar.sh
source "$root/runners-config/lib/bundled-jar.sh"

usage() {
  cat <<'TEXT'
Usage: run.sh COMMAND [options of the command]

Runs COMMAND in one process, with DirectRunner or, with --runner=SparkRunner, Spark in local mode.

  run.sh trades-average --lake=./lake

It needs `mvn package -DskipTests` and a JDK: JAVA_HOME, or java on the PATH. The first run that ends
well leaves an archive of classes beside the jar, with which later ones start sooner.
The jar is LAKEBEAM_JAR, or the one that `mvn package` makes. LAKEBEAM_JAVA_OPTIONS are for the JVM:
LAKEBEAM_JAVA_OPTIONS=-Xmx8g gives it more memory.
TEXT
}

find_java() {
  if [[ -n "${JAVA_HOME:-}" ]]; then
    [[ -x "$JAVA_HOME/bin/java" ]] || fail "JAVA_HOME is $JAVA_HOME, which has no bin/java"
    echo "$JAVA_HOME/bin/java"
  else
    command -v java || fail 'no java: set JAVA_HOME to a JDK, or put java on the PATH'
  fi
}

# The jars that the bundled jar expects of a cluster.
find_cluster_jars() {
  local list=$root/spark-runtime/target/classpath.txt
  [[ -f "$list" ]] || fail "no $list: run mvn package -DskipTests"
  cat "$list"
}

# The options of the JVM that are not Maven's own, one a line.
jvm_options() {
  grep -E '^(-XX:|-D|--add-opens=java\.base/)' "$root/.mvn/jvm.config"
}

# Two runners load two sets of classes.
runner() {
  local argument
  for argument in "$@"; do
    case "$argument" in
      --runner=[Ss]park*) echo spark && return ;;
    esac
  done
  echo direct
}

# What an archive fits: one JVM, one class path, one jar.
identity() {
  {
    "$java" -Xinternalversion
    printf '%s\n' "${command[@]}"
    IFS=: read -r -a jars <<<"$jar:$cluster_jars"
    stat -c '%s %Y' "${jars[@]}" 2>/dev/null || stat -f '%z %m' "${jars[@]}"
  } | cksum | tr ' ' -
}

# Whether a run of these arguments loads what others will need.
is_work() {
  local argument
  for argument in "$@"; do
    case "$argument" in
      -h | --help | --dryRun | --dryRun=true) return 1 ;;
    esac
  done
}

# Runs the command and, if it ends well, archives the classes that it loaded. That is a process of its
# own: a JVM that cannot write its archive ends with 1, however well its job went.
run_and_archive() {
  local code=0 child classes
  classes=$(mktemp "${TMPDIR:-/tmp}/lakebeam-classes.XXXXXX") || exec "${command[@]}" "$main" "$@"
  (
    trap - INT
    exec "${command[@]}" "-XX:DumpLoadedClassList=$classes" "$main" "$@"
  ) <&0 &
  child=$!
  # Ctrl-C reaches the JVM by itself, other signals reach this shell only.
  trap : INT
  trap 'kill -TERM "$child" 2>/dev/null || true' TERM HUP
  while kill -0 "$child" 2>/dev/null; do
    wait "$child" || true
  done
  wait "$child" || code=$?
  # From here on only the archive can be lost.
  trap : INT TERM HUP
  [[ $code -ne 0 ]] || make_archive "$classes" || true
  rm -f "$classes" "$archive.$$"
  exit "$code"
}

make_archive() {
  echo 'run.sh: archiving the classes, once, so that later runs start sooner' >&2
  # Also what a run left that was killed while it archived.
  rm -f "$archives-"*.jsa "$archives-"*.jsa.*
  "${command[@]}" -Xshare:dump "-XX:SharedClassListFile=$1" "-XX:SharedArchiveFile=$archive.$$" \
    >/dev/null 2>&1 </dev/null || return
  mv -f "$archive.$$" "$archive"
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
  -*) fail 'no command; see run.sh --help' ;;
esac

java=$(find_java)
jar=$(find_jar "$root")
cluster_jars=$(find_cluster_jars)
main=io.lakebeam.pipelines.Lakebeam
command=("$java")
while IFS= read -r option; do
  command+=("$option")
done < <(jvm_options)
# What the JVM thinks of an archive is no output of the command.
command+=('-Xlog:cds*=off' "-Dlog4j2.configurationFile=file:$root/pipelines/src/main/resources/log4j2.properties")
read -r -a own_options <<<"${LAKEBEAM_JAVA_OPTIONS:-}"
command+=(${own_options[@]+"${own_options[@]}"} -cp "$jar:$cluster_jars")

archives=$(dirname "$jar")/lakebeam-$(runner "$@")
archive=$archives-$(identity).jsa
if [[ -f "$archive" ]]; then
  exec "${command[@]}" "-XX:SharedArchiveFile=$archive" "$main" "$@"
elif [[ -w "$(dirname "$jar")" ]] && is_work "$@"; then
  run_and_archive "$@"
else
  exec "${command[@]}" "$main" "$@"
fi
