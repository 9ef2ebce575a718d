// A V4L2 camera that does not exist: open, ioctl and mmap of one device are answered as the kernel's drivers do, all
// else goes on to libc. Linked into a test program, or put before the libraries of a program under test (LD_PRELOAD).
#pragma once

#include <cstdlib>
#include <string>

namespace emo::test {

/// What the environment (kFakeCamera, read when the device is opened) says of the camera: words "key=value".
///
///   device=/dev/video77  picture=FILE   the bytes of every frame, as the format has them
///   formats=MJPG,YUYV    width=640 height=480   what the driver chooses whatever was asked for
///   rate=200             frames per second
///   damaged=N            every N-th frame carries the driver's error flag
///   cut=N                every N-th frame ends after a third of its bytes
///   unplugged=N          gone after N frames: ENODEV
///   stalled=N            no frame any more after N
///   busy=1               another program has it; streams=0: without streaming; captures=0: gives no pictures
///   log=FILE             a line for each start and stop of the stream
inline constexpr const char* kFakeCamera = "EMO_FAKE_CAMERA";

/// Sets `description` (see above) for this process and those that it starts; empty: none.
inline void set_fake_camera(const std::string& description) {
  ::setenv(kFakeCamera, description.c_str(), 1);
}

}  // namespace emo::test
