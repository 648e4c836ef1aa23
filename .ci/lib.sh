# Shared by the scripts beside it. Sourced, after "set -euo pipefail".
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
OUT=$ROOT/.ci/target
VERSION=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$ROOT/pom.xml" | head -1)
NEWER_MAVEN=3.9.16
ARCHETYPE_PLUGIN=org.apache.maven.plugins:maven-archetype-plugin:3.4.1
mkdir -p "$OUT"

say() { printf '\n== %s\n' "$*"; }

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

# One line for everything that a machine lacks; .ci/run reads them.
skip() { printf 'SKIPPED: %s\n' "$*" | tee -a "$OUT/skipped.txt"; }

# One line for what no registry has, so that a fresh machine may lack it; .ci/run lets that pass.
pass_over() { printf 'SKIPPED: %s\n' "$*"; }

# Homes of the JDKs to test on: OWLET_JDKS (parted by :), or one of 17 and one of 25 that this machine has.
jdks() {
  if [ -n "${OWLET_JDKS:-}" ]; then
    tr ':' '\n' <<< "$OWLET_JDKS"
    return
  fi
  local wanted home
  for wanted in 17 25; do
    for home in "${JAVA_HOME:-/none}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
      if [ -x "$home/bin/javac" ] && [ "$(jdk_version "$home")" = "$wanted" ]; then
        (cd "$home" && pwd -P)
        break
      fi
    done
  done
}

jdk_version() { "$1/bin/javac" -version 2>&1 | sed 's/^javac \([0-9]*\).*/\1/'; }

# Homes of the Mavens to test on: the one on the path, and a newer one from the central repository.
mavens() {
  mvn -v | sed -n 's/.*Maven home: *//p'
  local home=$OUT/apache-maven-$NEWER_MAVEN
  if [ ! -x "$home/bin/mvn" ]; then
    mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
      -Dartifact=org.apache.maven:apache-maven:$NEWER_MAVEN:tar.gz:bin -DoutputDirectory="$OUT" >&2
    tar -xzf "$OUT/apache-maven-$NEWER_MAVEN-bin.tar.gz" -C "$OUT"
  fi
  echo "$home"
}

# scaffold <folder> <artifactId> [property...]: a new project, from the installed archetype.
scaffold() {
  local folder=$1 artifact=$2
  shift 2
  rm -rf "${folder:?}/$artifact"
  mkdir -p "$folder"
  (cd "$folder" && mvn -q -B "$ARCHETYPE_PLUGIN:generate" -DarchetypeCatalog=local -DarchetypeGroupId=dev.owlet \
    -DarchetypeArtifactId=owlet-archetype -DarchetypeVersion="$VERSION" -DgroupId=com.acme \
    -DartifactId="$artifact" "$@")
}
