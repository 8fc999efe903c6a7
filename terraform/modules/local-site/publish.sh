# Copies CONTENT to DIRECTORY/releases/RELEASE, points DIRECTORY/current to it
# and removes what else is there. May be cut short anywhere and run again.
umask 022
releases="$DIRECTORY/releases"
mkdir -p "$releases"

# Visitors never see half a copy: it is made beside its place, and moved whole.
rm -rf "$releases/$RELEASE.partial"
cp -RP "$CONTENT" "$releases/$RELEASE.partial"
rm -rf "$releases/$RELEASE"
mv "$releases/$RELEASE.partial" "$releases/$RELEASE"

# Renaming over a link is atomic. -T (GNU, BusyBox) and -h (BSD, macOS) keep mv
# from following it.
ln -sfn "releases/$RELEASE" "$DIRECTORY/current.next"
mv -fT "$DIRECTORY/current.next" "$DIRECTORY/current" 2>/dev/null ||
  mv -fh "$DIRECTORY/current.next" "$DIRECTORY/current"

find "$releases" -mindepth 1 -maxdepth 1 ! -name "$RELEASE" -exec rm -rf {} +
