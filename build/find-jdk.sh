# shellcheck shell=bash
#
# Finds a Java of a given age. For bash scripts to source; runs on the bash 3.2 of macOS too.

# java_feature HOME: the feature number (17, 21, 25) of the Java in HOME, or nothing where there is none.
java_feature() {
  local home=$1 version
  [ -x "$home/bin/java" ] || return 0
  if [ -r "$home/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9.]*\).*/\1/p' "$home/release")
  else
    version=$("$home/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9.]*\).*/\1/p')
  fi
  version=${version#1.}
  printf '%s\n' "${version%%.*}"
}

# java_is HOME LEAST TOOL: whether HOME is a Java of LEAST or newer with bin/TOOL (java, or javac for building).
java_is() {
  local feature
  [ -n "$1" ] && [ -x "$1/bin/$3" ] || return 1
  feature=$(java_feature "$1")
  [ -n "$feature" ] && [ "$feature" -ge "$2" ]
}

# java_home_on_path: the home of the java command, or nothing. A wrapper script (asdf, the stub of macOS) knows it itself.
java_home_on_path() {
  local command home
  command=$(command -v java) || return 0
  home=$(cd -P "$(dirname "$(real_path "$command")")/.." && pwd)
  if [ ! -r "$home/release" ]; then
    home=$("$command" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p') || home=
  fi
  printf '%s\n' "$home"
}

# real_path FILE: FILE with every symbolic link followed; readlink -f is missing on older macOS.
real_path() {
  local file=$1 target
  while [ -L "$file" ]; do
    target=$(readlink "$file")
    case $target in
      /*) file=$target ;;
      *) file=$(dirname "$file")/$target ;;
    esac
  done
  printf '%s\n' "$(cd -P "$(dirname "$file")" && pwd)/$(basename "$file")"
}

# installed_javas: what lies in the usual places, one home per line.
installed_javas() {
  local home
  for home in /usr/lib/jvm/* /opt/java* /opt/java*/* /opt/jdk* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -x "$home/bin/java" ] && printf '%s\n' "$home"
  done
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 21+ 2>/dev/null || true
  fi
}

# find_java LEAST TOOL: JAVA_HOME if that is new enough, else the java on the PATH, else the newest one installed.
find_java() {
  local least=$1 tool=$2 home best='' best_feature=0 feature
  for home in "${JAVA_HOME:-}" "$(java_home_on_path)"; do
    if java_is "$home" "$least" "$tool"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  while IFS= read -r home; do
    if java_is "$home" "$least" "$tool"; then
      feature=$(java_feature "$home")
      if [ "$feature" -gt "$best_feature" ]; then
        best=$home
        best_feature=$feature
      fi
    fi
  done < <(installed_javas)
  [ -n "$best" ] && printf '%s\n' "$best"
}
