# Sourced by ./mvnw and ./escapement: sets JDK to the home of a JDK of release 25 or newer, or explains and exits.
NEED=25

release_of() { # prints the feature release of the JDK in $1, or nothing
  [ -n "$1" ] && [ -x "$1/bin/javac" ] || return 0
  v=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$v" ] || v=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  echo "$v"
}

JDK=
seen=
for d in "${JAVA_HOME:-}" "${JDK25_HOME:-}" /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
         /opt/jdk* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
         "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
  r=$(release_of "$d"); [ -n "$r" ] || continue
  case $seen in *"$d (release"*) continue ;; esac
  seen="${seen:+$seen, }$d (release $r)"
  if [ "$r" -ge "$NEED" ]; then JDK=$d; break; fi
done
if [ -z "$JDK" ]; then
  echo "escapement needs a JDK $NEED or newer; found: ${seen:-none}. Install one (for example 'sdk install java $NEED-tem') and set JAVA_HOME to its folder." >&2
  exit 69
fi
