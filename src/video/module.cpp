// What the program finds in this module when it loads it: one table of two functions. No other name is exported, so
// that libav stays unseen by all that do not open a film.
#include "video/libav.hpp"
#include "video/reader.hpp"
#include "video/writer.hpp"
#include "vision/video_module.hpp"

extern "C" __attribute__((visibility("default"))) const emo::vision::VideoModule* emo_video_module();

extern "C" const emo::vision::VideoModule* emo_video_module() {
  // What libav would print on stderr comes back as errors and counts.
  emo::video::listen_for_complaints();
  static const emo::vision::VideoModule module{emo::vision::kVideoModuleVersion, emo::video::open_reader,
                                               emo::video::create_writer};
  return &module;
}
