// One writer at a time.
#pragma once

#include "io/descriptor.hpp"

namespace emo::io {

/// Takes the exclusive lock of an open file or folder and keeps it for as long as `file` is open; the system gives it
/// back however its process dies. Does not wait: false when another descriptor has the lock, of this process or of
/// another one. True also on file systems without locks (some network ones), which are written to all the same.
[[nodiscard]] bool take_lock(const Descriptor& file);

}  // namespace emo::io
