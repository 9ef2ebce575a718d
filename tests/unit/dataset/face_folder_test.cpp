// One folder per class.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "dataset/face_dataset.hpp"
#include "deep_folder.hpp"
#include "temporary_folder.hpp"

namespace emo::dataset {
namespace {

class FaceFolder : public ::testing::Test {
 protected:
  void put(const std::string& file) {
    const std::filesystem::path path = folder_ / file;
    std::filesystem::create_directories(path.parent_path());
    test::write_text(path, "x");
  }
  test::TemporaryFolder folder_;
};

TEST_F(FaceFolder, OneFolderPerClass) {
  for (const char* file : {"sad/b.JPG", "sad/a.png", "sad/notes.txt", "happy/deep/c.webp", ".git/x.png"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 3U);
  EXPECT_EQ(data->classes, (std::vector<std::string>{"happy", "sad"}));
  EXPECT_EQ(data->items[0].id, "happy/deep/c.webp");
  EXPECT_EQ(data->items[0].label, "happy");
  EXPECT_EQ(data->items[1].file, folder_ / "sad/a.png");
  EXPECT_EQ(data->items[1].split, Split::kNone);
}

TEST_F(FaceFolder, AFolderOfAClassThatCannotBeReadIsNamed) {
  for (const char* file : {"sad/a.png", "happy/c.png"}) put(file);
  test::make_folder_too_deep_to_read(folder_ / "sad");
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->items.size(), 2U);
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_EQ(data->rejected[0].code, ErrorCode::kIo);
  EXPECT_NE(data->rejected[0].message.find("cannot be read: "), std::string::npos) << data->rejected[0].message;
}

TEST_F(FaceFolder, FoldersOfSplitsAboveTheClasses) {
  for (const char* file : {"train/joy/a.png", "test/joy/a.png", "val/fear/b.png"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 3U);
  EXPECT_EQ(data->items[0].split, Split::kTest);
  EXPECT_EQ(data->items[1].split, Split::kTrain);
  EXPECT_EQ(data->items[2].split, Split::kDev);
  EXPECT_EQ(data->items[2].label, "fear");
}

TEST_F(FaceFolder, WhatLiesBesideSplitsDoesNotMakeThemClasses) {
  for (const char* file : {"train/joy/a.png", "test/joy/b.png", "docs/how.png", "__MACOSX/train/joy/._a.png"})
    put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, std::vector<std::string>{"joy"});
  ASSERT_EQ(data->items.size(), 2U);
  EXPECT_EQ(data->items[0].split, Split::kTest);
  ASSERT_EQ(data->passed_over.size(), 1U) << "what macOS packs is nothing to tell";
  EXPECT_NE(data->passed_over[0].find(folder_ / "docs" + ": the folder is no split"), std::string::npos)
      << data->passed_over[0];
}

TEST_F(FaceFolder, TrainingAndTestingAreSplits) {
  for (const char* file : {"Training/joy/a.png", "Testing/joy/b.png", "Testing/fear/c.png"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, (std::vector<std::string>{"fear", "joy"}));
  EXPECT_EQ(data->items[0].split, Split::kTest);
  EXPECT_EQ(data->items[2].split, Split::kTrain);
}

TEST_F(FaceFolder, SplitsWithoutClassesAreNoClasses) {
  for (const char* file : {"train/a.png", "test/b.png"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_FALSE(data);
  EXPECT_NE(data.error().message.find("expected one folder of images per class"), std::string::npos);
}

TEST_F(FaceFolder, RafDbAsItIsUnpackedIsReadByItsList) {
  for (const char* file : {"basic/Image/aligned/train_00001_aligned.jpg", "basic/Image/aligned/test_0001_aligned.jpg",
                           "basic/EmoLabel/list_patition_label.txt"}) {
    put(file);
  }
  const std::string list = folder_ / "basic/EmoLabel/list_patition_label.txt";
  test::write_text(list, "train_00001.jpg 5\ntest_0001.jpg 1\n");
  for (const std::string& root : {folder_ / "basic", folder_.path()}) {
    const auto data = read_face_data(root);
    ASSERT_TRUE(data) << data.error().message;
    EXPECT_EQ(data->classes, (std::vector<std::string>{"surprise", "sadness"})) << "RAF-DB's order";
    ASSERT_EQ(data->items.size(), 2U);
    EXPECT_EQ(data->items[0].file, folder_ / "basic/Image/aligned/train_00001_aligned.jpg");
    EXPECT_EQ(data->items[1].split, Split::kTest);
  }
  std::filesystem::remove(list);
  const auto unlabelled = read_face_data(folder_ / "basic");
  ASSERT_FALSE(unlabelled);
  EXPECT_NE(unlabelled.error().message.find(list + ", which has the labels, is not there"), std::string::npos)
      << unlabelled.error().message;
}

TEST_F(FaceFolder, RafDbsListBesideThePicturesIsReadToo) {
  for (const char* file : {"a/aligned/train_00001_aligned.jpg", "a/aligned/test_0001_aligned.jpg", "b/train_00001.jpg",
                           "b/test_0001.jpg"}) {
    put(file);
  }
  for (const char* set : {"a", "b"}) {
    const std::string root = folder_ / set;
    test::write_text(root + "/list_patition_label.txt", "train_00001.jpg 5\ntest_0001.jpg 1\n");
    const auto data = read_face_data(root);
    ASSERT_TRUE(data) << data.error().message;
    EXPECT_EQ(data->classes, (std::vector<std::string>{"surprise", "sadness"}));
    ASSERT_EQ(data->items.size(), 2U);
    EXPECT_TRUE(std::filesystem::exists(data->items[0].file)) << data->items[0].file;
    EXPECT_EQ(data->items[1].split, Split::kTest);
  }
}

TEST_F(FaceFolder, RafDbsListIsPassedOverWherePicturesWereSortedIntoFolders) {
  for (const char* file : {"train/5/train_00001.jpg", "test/1/test_0001.jpg"}) put(file);
  test::write_text(folder_ / "list_patition_label.txt", "train_00001.jpg 5\ntest_0001.jpg 1\n");
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 2U);
  for (const FaceItem& item : data->items) EXPECT_TRUE(std::filesystem::exists(item.file)) << item.file;
}

TEST_F(FaceFolder, AnEmptyClassIsReported) {
  put("happy/a.png");
  std::filesystem::create_directories(folder_ / "fear");
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data);
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_NE(data->rejected[0].message.find("'fear' has no image"), std::string::npos) << data->rejected[0].message;
}

TEST_F(FaceFolder, FilesOfOtherKindsAndPicturesOfNoClassAreToldOnce) {
  for (const char* file : {"a.png", "train/b.png", "train/joy/c.jfif", "train/joy/d.tif", "test/joy/e.txt",
                           "test/joy/f.png", "test/joy/.hidden.png"}) {
    put(file);
  }
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->items.size(), 2U);
  ASSERT_EQ(data->passed_over.size(), 2U);
  EXPECT_EQ(data->passed_over[0], "2 pictures in no folder of a class, the first: " + (folder_ / "a.png"));
  EXPECT_EQ(data->passed_over[1].find("2 files of other kinds, the first: " + (folder_ / "test/joy/e.txt")), 0U)
      << data->passed_over[1];
}

TEST_F(FaceFolder, WithoutAnyPictureTheErrorNamesWhatLiesThere) {
  for (const char* file : {"happy/a.tif", "sad/b.tif"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_FALSE(data);
  for (const std::string& part :
       {std::string("'happy' has no image in it"), "2 files of other kinds, the first: " + (folder_ / "happy/a.tif"),
        std::string("expected .jpg")}) {
    EXPECT_NE(data.error().message.find(part), std::string::npos) << data.error().message;
  }
}

TEST_F(FaceFolder, AClassMayBeALinkButNotToTheFolderThatHoldsIt) {
  put("set/happy/a.png");
  put("elsewhere/b.png");
  std::filesystem::create_directory_symlink(folder_ / "elsewhere", folder_ / "set/sad");
  std::filesystem::create_directory_symlink(folder_.path(), folder_ / "set/loop");
  const auto data = read_face_data(folder_ / "set");
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, (std::vector<std::string>{"happy", "sad"}));
  EXPECT_EQ(data->items.size(), 2U);
}

TEST_F(FaceFolder, AFolderOfTwoNamesIsReadOnceAndTold) {
  put("set/sad/a.png");
  put("set/happy/b.png");
  std::filesystem::create_directory_symlink(folder_ / "set/sad", folder_ / "set/blue");
  const auto data = read_face_data(folder_ / "set");
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->items.size(), 2U);
  EXPECT_EQ(data->classes, (std::vector<std::string>{"happy", "sad"}));
  ASSERT_EQ(data->passed_over.size(), 1U);
  EXPECT_NE(data->passed_over[0].find("set/blue: the folder is "), std::string::npos) << data->passed_over[0];
}

TEST_F(FaceFolder, FoldersThatHoldOneFolderEachAreOpened) {
  put("archive/CK+48/anger/a.png");
  put("archive/CK+48/happy/b.png");
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, (std::vector<std::string>{"anger", "happy"}));
}

TEST_F(FaceFolder, OneFolderOfFoldersOfOtherNamesIsSaidToBeTakenForAClass) {
  put("archive/mine/left/a.png");
  put("archive/mine/right/b.png");
  const auto data = read_face_data(folder_ / "archive");
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, std::vector<std::string>{"mine"});
  ASSERT_EQ(data->passed_over.size(), 1U);
  EXPECT_NE(data->passed_over[0].find("mine, which is taken for a class: name it as the data"), std::string::npos)
      << data->passed_over[0];
}

TEST_F(FaceFolder, NamesAreTakenAsTheyAre) {
  put("Freude \xC3\xA4/\xE7\xAC\x91.png");
  put("a.png");  // beside the classes: of none
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 1U);
  EXPECT_EQ(data->items[0].label, "Freude \xC3\xA4");
  EXPECT_EQ(data->items[0].place, folder_ / "Freude \xC3\xA4/\xE7\xAC\x91.png");
}

TEST_F(FaceFolder, OneToSevenAreRafDbsClasses) {
  for (const char* number : {"1", "2", "3", "4", "5", "6", "7"}) {
    put("DATASET/train/" + std::string(number) + "/a.png");
  }
  put("DATASET/test/4/b.png");  // in a folder of its own, as the archive is packed
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes,
            (std::vector<std::string>{"surprise", "fear", "disgust", "happiness", "sadness", "anger", "neutral"}));
  ASSERT_EQ(data->items.size(), 8U);
  EXPECT_EQ(data->items[0].split, Split::kTest);
  EXPECT_EQ(data->items[0].label, "happiness");
  ASSERT_EQ(data->told.size(), 1U);
  EXPECT_NE(data->told[0].find("taken for RAF-DB's (1 = surprise, 2 = fear"), std::string::npos) << data->told[0];
}

TEST_F(FaceFolder, OtherNumbersAreWhatTheCallerSays) {
  for (const char* file : {"0/a.png", "1/b.png", "2/c.png"}) put(file);
  EXPECT_EQ(read_face_data(folder_.path())->classes, (std::vector<std::string>{"0", "1", "2"}));
  FaceDataOptions options;
  options.numbered = {"calm", "angry"};
  const auto data = read_face_data(folder_.path(), options);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, options.numbered);
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_NE(data->rejected[0].message.find("'2' is out of range"), std::string::npos) << data->rejected[0].message;
}

TEST_F(FaceFolder, NumbersFromOneGetTheNamesFromTheFirstOn) {
  for (const char* file : {"1/a.png", "3/b.png", "4/c.png"}) put(file);
  FaceDataOptions options;
  options.numbered = {"calm", "angry", "glad"};
  const auto data = read_face_data(folder_.path(), options);
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 2U);
  EXPECT_EQ(data->items[0].label, "calm") << "not its neighbour's name";
  EXPECT_EQ(data->items[1].label, "glad");
  ASSERT_EQ(data->rejected.size(), 1U);
  EXPECT_NE(data->rejected[0].message.find("'4' is out of range, expected 1 to 3"), std::string::npos)
      << data->rejected[0].message;
}

TEST_F(FaceFolder, SetsAreSplitsToo) {
  for (const char* file : {"train_set/1/a.png", "Val-Set/1/b.png", "testset/2/c.png"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, (std::vector<std::string>{"1", "2"}));
  ASSERT_EQ(data->items.size(), 3U);
  EXPECT_EQ(data->items[0].split, Split::kDev);
  EXPECT_EQ(data->items[1].split, Split::kTest);
  EXPECT_EQ(data->items[2].split, Split::kTrain);
}

TEST_F(FaceFolder, ThePartsOfRafDbAreNoClasses) {
  for (const char* part : {"basic", "compound"}) {
    put(std::string(part) + "/EmoLabel/list_patition_label.txt");
    put(std::string(part) + "/Image/aligned/train_00001_aligned.jpg");
  }
  const auto data = read_face_data(folder_.path());
  ASSERT_FALSE(data);
  EXPECT_NE(data.error().message.find("basic that holds RAF-DB"), std::string::npos) << data.error().message;
}

TEST_F(FaceFolder, BesideClassesAFolderThatIsCalledAsAPartIsNone) {
  for (const char* file : {"train/a.png", "test/b.png", "happy/c.png"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, std::vector<std::string>{"happy"});
  ASSERT_EQ(data->passed_over.size(), 2U);
  EXPECT_NE(data->passed_over[0].find("test: the folder is called as a part of the data"), std::string::npos);
}

TEST_F(FaceFolder, PartsMayBeCalledInMoreWords) {
  for (const char* names :
       {"train_data|test_data|val_data", "Train images|Test images|Validation images", "01_train|02_test|03_valid",
        "training-data|testing-data|dev-data", "images_train|images_test|images_val", "train1|Public_Test_set|val 2"}) {
    const std::string text = names, top = folder_ / "data";
    std::filesystem::remove_all(top);
    std::size_t begin = 0;
    for (int i = 0; i < 3; ++i) {
      const auto end = std::min(text.find('|', begin), text.size());
      put("data/" + text.substr(begin, end - begin) + "/joy/a.png");
      begin = end + 1;
    }
    const auto data = read_face_data(top);
    ASSERT_TRUE(data) << names << data.error().message;
    EXPECT_EQ(data->classes, std::vector<std::string>{"joy"}) << names;
    for (const auto& item : data->items) EXPECT_NE(item.split, Split::kNone) << names;
  }
}

TEST_F(FaceFolder, AClassMayBeDividedIntoParts) {
  for (const char* file : {"joy/train/a.png", "joy/test/b.png", "fear/train/c.png", "fear/test/d.png"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, (std::vector<std::string>{"fear", "joy"}));
  EXPECT_EQ(data->items[0].split, Split::kTest);
  EXPECT_EQ(data->items[0].id, "fear/test/d.png");
  EXPECT_EQ(data->items[1].split, Split::kTrain) << "and no test is learnt";
}

TEST_F(FaceFolder, PersonsOrSetsAboveTheClassesAreNoClasses) {
  for (const char* file : {"P001/anger/a.png", "P001/joy/b.png", "P002/anger/c.png", "P003/fear/d.png"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_FALSE(data);
  EXPECT_NE(data.error().message.find("'P001' and the others here are called as emotions"), std::string::npos)
      << data.error().message;
}

TEST_F(FaceFolder, NumbersWithZerosInFrontAreNumbers) {
  for (const char* file : {"01/a.png", "02/b.png", "03/c.png"}) put(file);
  FaceDataOptions options;
  options.numbered = {"calm", "angry", "glad"};
  const auto data = read_face_data(folder_.path(), options);
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, options.numbered);
  EXPECT_EQ(data->items[0].label, "calm");
  EXPECT_EQ(data->told, std::vector<std::string>{"numbers of the labels: 1 = calm, 2 = angry, 3 = glad"});
}

TEST_F(FaceFolder, APictureBesideTheOnlyFolderDoesNotCloseIt) {
  for (const char* file : {"cover.png", "fer/train/joy/a.png", "fer/test/joy/b.png"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  EXPECT_EQ(data->classes, std::vector<std::string>{"joy"});
  EXPECT_EQ(data->items.size(), 2U);
  ASSERT_EQ(data->passed_over.size(), 1U);
  EXPECT_NE(data->passed_over[0].find("cover.png"), std::string::npos) << data->passed_over[0];
}

TEST_F(FaceFolder, ADividedClassMayHoldOtherThings) {
  for (const char* file : {"joy/test/a.png", "joy/more/b.png", "joy/c.png", "fear/d.png"}) put(file);
  const auto data = read_face_data(folder_.path());
  ASSERT_TRUE(data) << data.error().message;
  ASSERT_EQ(data->items.size(), 4U);
  const auto of_test = [](const FaceItem& item) { return item.split == Split::kTest; };
  EXPECT_EQ(std::count_if(data->items.begin(), data->items.end(), of_test), 1) << "only what lies in the part";
}

TEST_F(FaceFolder, SetsAreFoundAboveAndBelowParts) {
  for (const char* tree : {"CK/train/joy/a.png|CK/test/fear/b.png|JAFFE/train/joy/c.png",
                           "train/p1/joy/a.png|train/p2/fear/b.png|test/p3/joy/c.png"}) {
    const std::string text = tree;
    std::filesystem::remove_all(folder_ / "data");
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = std::min(text.find('|', begin), text.size());
      put("data/" + text.substr(begin, end - begin));
      begin = end + 1;
    }
    const auto data = read_face_data(folder_ / "data");
    ASSERT_FALSE(data) << tree;
    EXPECT_NE(data.error().message.find("are called as emotions"), std::string::npos) << data.error().message;
  }
}

}  // namespace
}  // namespace emo::dataset
