#include "film_folder.hpp"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>

#include "video/libav.hpp"
#include "video/writer.hpp"

namespace emo::video::test {
namespace {

constexpr int kSoundRate = 8000;
constexpr double kSoundAtOnce = 0.125;  // seconds

AVStream* add_pictures(AVFormatContext& film, const AVStream& like) {
  AVStream* stream = avformat_new_stream(&film, nullptr);
  EXPECT_GE(avcodec_parameters_copy(stream->codecpar, like.codecpar), 0);
  stream->codecpar->codec_tag = 0;
  stream->avg_frame_rate = like.avg_frame_rate;
  // An AVI has no times of its own, its ticks are its frames.
  stream->time_base = std::string(film.oformat->name) == "avi" ? av_inv_q(like.avg_frame_rate) : like.time_base;
  return stream;
}

AVStream* add_sound(AVFormatContext& film) {
  AVStream* stream = avformat_new_stream(&film, nullptr);
  stream->codecpar->codec_type = AVMEDIA_TYPE_AUDIO;
  stream->codecpar->codec_id = AV_CODEC_ID_PCM_S16LE;
  stream->codecpar->format = AV_SAMPLE_FMT_S16;
  stream->codecpar->sample_rate = kSoundRate;
  stream->codecpar->bits_per_coded_sample = 16;
  stream->codecpar->block_align = 2;
  av_channel_layout_default(&stream->codecpar->ch_layout, 1);
  stream->time_base = {1, kSoundRate};
  return stream;
}

void write_silence(AVFormatContext& film, const AVStream& stream, double from) {
  constexpr int kSamples = static_cast<int>(kSoundAtOnce * kSoundRate);
  AVPacket* packet = av_packet_alloc();
  EXPECT_GE(av_new_packet(packet, 2 * kSamples), 0);
  std::fill_n(packet->data, packet->size, std::uint8_t{0});
  packet->pts = packet->dts = std::llround(from * kSoundRate);
  packet->duration = kSamples;
  av_packet_rescale_ts(packet, {1, kSoundRate}, stream.time_base);
  packet->stream_index = stream.index;
  EXPECT_GE(av_interleaved_write_frame(&film, packet), 0);
  av_packet_free(&packet);
}

void turn(AVStream& stream, const std::vector<std::int32_t>& matrix) {
  const std::size_t size = matrix.size() * sizeof(std::int32_t);
#if LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 31, 102)
  AVCodecParameters& parameters = *stream.codecpar;
  std::uint8_t* data = av_packet_side_data_new(&parameters.coded_side_data, &parameters.nb_coded_side_data,
                                               AV_PKT_DATA_DISPLAYMATRIX, size, 0)
                           ->data;
#else
  std::uint8_t* data = av_stream_new_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, size);
#endif
  std::memcpy(data, matrix.data(), size);
}

}  // namespace

FilmFolder::FilmFolder()
    : folder_(std::filesystem::temp_directory_path() /
              ("emo-video-" + std::to_string(::getpid()) + "-" +
               ::testing::UnitTest::GetInstance()->current_test_info()->name())) {
  std::filesystem::create_directories(folder_);
  listen_for_complaints();  // the module does this when it is loaded
}

FilmFolder::~FilmFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string FilmFolder::bytes(const std::string& name) const {
  std::ifstream in(path(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void FilmFolder::write(const std::string& name, int width, int height, const std::vector<double>& seconds, bool noise) {
  std::mt19937 random(5);
  auto writer = create_writer(path(name), frames_of(width, height));
  ASSERT_TRUE(writer) << writer.error().message;
  for (std::size_t i = 0; i < seconds.size(); ++i) {
    vision::Image image(width, height, 3);
    std::fill(image.pixels.begin(), image.pixels.end(), static_cast<std::uint8_t>(8 * i));
    for (std::size_t k = 0; noise && k < image.pixels.size(); ++k) {
      image.pixels[k] = static_cast<std::uint8_t>(random());
    }
    const auto written = (*writer)->write(image, seconds[i]);
    ASSERT_TRUE(written) << written.error().message;
  }
  const auto finished = (*writer)->finish();
  ASSERT_TRUE(finished) << finished.error().message;
}

void FilmFolder::cut(const std::string& from, const std::string& to, double share) {
  const std::string whole = bytes(from);
  std::ofstream(path(to), std::ios::binary)
      << whole.substr(0, static_cast<std::size_t>(share * static_cast<double>(whole.size())));
}

void FilmFolder::remake(const std::string& from, const std::string& to, const Remade& how) {
  AVFormatContext* in = nullptr;
  AVFormatContext* out = nullptr;
  ASSERT_GE(avformat_open_input(&in, path(from).c_str(), nullptr, nullptr), 0);
  ASSERT_GE(avformat_find_stream_info(in, nullptr), 0);
  ASSERT_GE(avformat_alloc_output_context2(&out, nullptr, nullptr, path(to).c_str()), 0);
  AVStream* pictures = add_pictures(*out, *in->streams[0]);
  if (!how.matrix.empty()) turn(*pictures, how.matrix);
  AVStream* sound = how.sound > 0 ? add_sound(*out) : nullptr;
  ASSERT_GE(avio_open(&out->pb, path(to).c_str(), AVIO_FLAG_WRITE), 0);
  AVDictionary* settings = nullptr;
  if (how.fragmented) av_dict_set(&settings, "movflags", "empty_moov+default_base_moof+frag_every_frame", 0);
  ASSERT_GE(avformat_write_header(out, &settings), 0);
  av_dict_free(&settings);

  AVPacket* packet = av_packet_alloc();
  const auto delay = std::llround(how.pictures_from / av_q2d(in->streams[0]->time_base));
  double heard = 0;
  const auto sound_until = [&](double seconds) {
    for (; sound != nullptr && heard < std::min(seconds, how.sound); heard += kSoundAtOnce) {
      write_silence(*out, *sound, heard);
    }
  };
  while (av_read_frame(in, packet) >= 0) {
    packet->pts += delay;
    packet->dts += delay;
    sound_until(static_cast<double>(packet->dts) * av_q2d(in->streams[0]->time_base));
    av_packet_rescale_ts(packet, in->streams[0]->time_base, pictures->time_base);
    packet->stream_index = pictures->index;
    packet->pos = -1;
    EXPECT_GE(av_interleaved_write_frame(out, packet), 0);
  }
  sound_until(how.sound);
  EXPECT_GE(av_write_trailer(out), 0);
  av_packet_free(&packet);
  avio_closep(&out->pb);
  avformat_free_context(out);
  avformat_close_input(&in);
}

vision::VideoWriterOptions frames_of(int width, int height) {
  vision::VideoWriterOptions options;
  options.width = width;
  options.height = height;
  return options;
}

std::vector<double> regular(int frames, double rate) {
  std::vector<double> seconds;
  for (int i = 0; i < frames; ++i) seconds.push_back(i / rate);
  return seconds;
}

std::vector<vision::VideoFrame> read(vision::VideoReader& reader) {
  std::vector<vision::VideoFrame> frames;
  vision::VideoFrame frame;
  for (;;) {
    const auto more = reader.next(frame);
    EXPECT_TRUE(more);
    if (!more || !*more) return frames;
    frames.push_back(frame);
  }
}

}  // namespace emo::video::test
