# Sourced by ./mvnw: finds a JDK that can build and run Redraft.

NEEDED_JDK=25

# The feature release of the JDK in a folder, read from its release file so that no virtual machine has to start.
jdk_release() {
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")
  else
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  printf '%s\n' "${version:-0}"
}

suits() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ "$(jdk_release "$1")" -ge "$NEEDED_JDK" ]
}

home_of_javas_path() {
  java=$(command -v java) || return 0
  java=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
  dirname -- "$(dirname -- "$java")"
}

# JAVA_HOME when it is new enough, otherwise what the PATH and then the usual places hold.
find_jdk() {
  for home in "${JAVA_HOME:-}" "$(home_of_javas_path)" \
    /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jdks/*/Contents/Home \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/*/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if suits "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  printf '%s: %s\n' \
    "$(basename -- "$0")" "Redraft needs a JDK (not only a JRE) of release $NEEDED_JDK or newer, and none was found." \
    "$(basename -- "$0")" "Install one, for example from https://adoptium.net, or set JAVA_HOME to yours." >&2
  return 1
}
