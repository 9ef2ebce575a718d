// A zip archive of torch.save: its entries, and every way in which it can be damaged.
#include "hf/zip_archive.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>

#include "checkpoint_folder.hpp"
#include "io/file.hpp"

namespace emo::hf {
namespace {

using testing::CheckpointFolder;

std::string whole(const CheckpointFolder& folder) {
  const auto bytes = io::read_file(folder.file("zip.bin"));
  EXPECT_TRUE(bytes);
  return bytes ? *bytes : std::string();
}

TEST(ZipArchive, ReadsWhatIsStored) {
  const CheckpointFolder folder("torch_save");
  const auto archive = ZipArchive::open(folder.file("zip.bin"));
  ASSERT_TRUE(archive) << archive.error().message;
  EXPECT_EQ(archive->names().front(), "zip/data.pkl");
  const auto version = archive->read("zip/version");
  ASSERT_TRUE(version) << version.error().message;
  EXPECT_EQ(*version, (std::vector<std::byte>{std::byte{'3'}, std::byte{'\n'}}));
  EXPECT_TRUE(archive->read("zip/data.pkl")) << "entries are read in any order";
  const auto missing = archive->read("zip/data/99");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
}

TEST(ZipArchive, NoZipAndCutArchivesAreErrors) {
  const CheckpointFolder folder("torch_save");
  EXPECT_EQ(ZipArchive::open(folder.file("none.bin")).error().code, ErrorCode::kNotFound);
  const std::string bytes = whole(folder);
  folder.write("cut.bin", bytes.substr(0, bytes.size() - 30));
  EXPECT_EQ(ZipArchive::open(folder.file("cut.bin")).error().code, ErrorCode::kInvalidModel);
  folder.write("text.bin", "no zip at all");
  EXPECT_EQ(ZipArchive::open(folder.file("text.bin")).error().code, ErrorCode::kInvalidModel);
}

TEST(ZipArchive, AChangedByteIsFoundByTheCrc) {
  const CheckpointFolder folder("torch_save");
  std::string bytes = whole(folder);
  const auto at = bytes.find("_rebuild_tensor_v2");
  ASSERT_NE(at, std::string::npos);
  bytes[at] = '-';
  folder.write("zip.bin", bytes);
  const auto archive = ZipArchive::open(folder.file("zip.bin"));
  ASSERT_TRUE(archive);
  const auto read = archive->read("zip/data.pkl");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kInvalidModel);
  EXPECT_NE(read.error().message.find("CRC"), std::string::npos) << read.error().message;
}

TEST(ZipArchive, CompressedEntriesAreRefusedBeforeTheyGrow) {
  const CheckpointFolder folder("torch_save");
  std::string bytes = whole(folder);
  const auto entry = bytes.find("PK\x01\x02");  // the first of the table: method at byte 10
  ASSERT_NE(entry, std::string::npos);
  bytes[entry + 10] = 8;
  folder.write("zip.bin", bytes);
  const auto archive = ZipArchive::open(folder.file("zip.bin"));
  ASSERT_TRUE(archive) << archive.error().message;
  const auto read = archive->read("zip/data.pkl");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kUnsupported);
}

TEST(ZipArchive, SizesBeyondTheFileAreRefused) {
  const CheckpointFolder folder("torch_save");
  std::string bytes = whole(folder);
  const auto entry = bytes.find("PK\x01\x02");  // sizes at bytes 20 and 24
  ASSERT_NE(entry, std::string::npos);
  bytes[entry + 23] = bytes[entry + 27] = 0x70;
  folder.write("zip.bin", bytes);
  const auto archive = ZipArchive::open(folder.file("zip.bin"));
  ASSERT_TRUE(archive) << archive.error().message;
  const auto read = archive->read("zip/data.pkl");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kInvalidModel);
}

TEST(ZipArchive, EntriesThatShareBytesAreRefused) {
  const CheckpointFolder folder("torch_save");
  std::string bytes = whole(folder);
  // Every entry of the table as long as the file's half: as if all of them lay in the same place.
  const auto half = static_cast<std::uint32_t>(bytes.size() / 2);
  const auto table = bytes.find("PK\x01\x02");
  ASSERT_NE(table, std::string::npos);
  for (auto entry = bytes.find("PK\x01\x02", table + 1); entry != std::string::npos;
       entry = bytes.find("PK\x01\x02", entry + 1)) {
    for (const std::size_t size : {entry + 20, entry + 24}) std::memcpy(bytes.data() + size, &half, sizeof(half));
  }
  folder.write("zip.bin", bytes);
  const auto archive = ZipArchive::open(folder.file("zip.bin"));
  ASSERT_TRUE(archive) << archive.error().message;
  const auto read = archive->read("zip/data.pkl");  // whose own sizes are right
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kInvalidModel);
  EXPECT_NE(read.error().message.find("together"), std::string::npos) << read.error().message;
}

}  // namespace
}  // namespace emo::hf
