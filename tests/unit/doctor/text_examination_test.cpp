// All rules together on files, and on the shared data where they are: its known leaks must be found.
#include "doctor/text_examination.hpp"

#include <gtest/gtest.h>

#include "sample_data.hpp"

namespace emo::doctor {
namespace {

TEST(TextExamination, FindsWhatWasPlanted) {
  const test::Folder folder;
  std::string train, dev, test;
  for (int i = 0; i < 300; ++i) {
    const std::string label = i % 3 == 0 ? "joy" : i % 3 == 1 ? "anger" : "fear";
    const std::string text = "sentence number " + std::to_string(i) + " about the weather " + std::to_string(i * 7919);
    train += "{\"text\":\"" + text + "\",\"labels\":[\"" + label + "\"]}\n";
    if (i >= 30) continue;
    dev += "{\"text\":\"other line " + std::to_string(i * 31) + "\",\"labels\":[\"" + label + "\"]}\n";
    test += "{\"text\":\"another line " + std::to_string(i * 17) + "\",\"labels\":[\"" + label + "\"]}\n";
  }
  test += "{\"text\":\"Sentence number 5, about the weather 39595!\",\"labels\":[\"joy\"]}\n";
  folder.write("train.jsonl", train);
  folder.write("dev.jsonl", dev);
  folder.write("test.jsonl", test);
  const auto examination = examine_text(folder.path(), {});
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* leak = test::find(*examination, "leak_exact");
  ASSERT_NE(leak, nullptr);
  EXPECT_EQ(leak->number, 1);
  EXPECT_EQ(leak->evidence[0].place.row, 31U);
  EXPECT_EQ(leak->evidence[0].other.row, 6U);
  ASSERT_NE(test::find(*examination, "label_conflict"), nullptr) << "fear in training, joy in test";
  EXPECT_EQ(test::find(*examination, "same_split"), nullptr);
  EXPECT_TRUE(examination->needs_action());

  folder.write("test.jsonl", dev);
  const auto same = examine_text(folder.path(), {});
  ASSERT_TRUE(same);
  ASSERT_NE(test::find(*same, "same_split"), nullptr) << "dev and test are one file";
  EXPECT_EQ(same->findings.front().severity, Severity::kError);
}

TEST(TextExamination, PunctuationOfPrintHidesNoLeak) {
  const test::Folder folder;
  folder.write("train.jsonl",
               "{\"text\":\"I don't know, \u00DCBUNG...\",\"labels\":[\"joy\"]}\n"
               "{\"text\":\"quite another line\",\"labels\":[\"fear\"]}\n");
  folder.write("test.jsonl", "{\"text\":\"I don\u2019t know, \u00FCbung\u2026\",\"labels\":[\"joy\"]}\n");
  const auto examination = examine_text(folder.path(), {});
  ASSERT_TRUE(examination) << examination.error().message;
  const auto* leak = test::find(*examination, "leak_exact");
  ASSERT_NE(leak, nullptr);
  EXPECT_EQ(leak->number, 1);
  EXPECT_NE(leak->message.find("links are all alike, and so are @names"), std::string::npos) << leak->message;
}

TEST(TextExamination, LabelNoiseNeedsRows) {
  const test::Folder folder;
  folder.write("data.jsonl", "{\"text\":\"a b\",\"labels\":[\"joy\"]}\n{\"text\":\"c d\",\"labels\":[\"fear\"]}\n");
  TextOptions options;
  options.label_noise = true;
  const auto examination = examine_text(folder / "data.jsonl", options);
  ASSERT_TRUE(examination);
  EXPECT_TRUE(test::checked(*examination, "label_noise")) << "too few rows is said, not tried";
}

TEST(TextExamination, LabelNoiseTakesSpellingsForOneLabel) {
  const auto suspects = [](bool capitals) {
    const test::Folder folder;
    std::string rows;
    for (int i = 0; i < 400; ++i) {
      const bool joy = i % 2 == 0, wrong = i % 50 == 7;
      std::string label = joy != wrong ? "joy" : "fear";
      if (capitals && i % 4 < 2) label[0] = static_cast<char>(label[0] - 'a' + 'A');
      rows += "{\"text\":\"" + std::string(joy ? "lovely sunny day " : "dark scary night ") + std::to_string(i * 7919) +
              "\",\"labels\":[\"" + label + "\"]}\n";
    }
    folder.write("data.jsonl", rows);
    TextOptions options;
    options.label_noise = true;
    const auto examination = examine_text(folder / "data.jsonl", options);
    const auto* noise = examination ? test::find(*examination, "label_noise") : nullptr;
    return noise == nullptr ? std::uint64_t{0} : noise->evidence_count;
  };
  EXPECT_EQ(suspects(false), 8U) << "as many as were planted";
  EXPECT_EQ(suspects(true), 8U);
}

TEST(TextExamination, LabelNoiseOfCopiesAloneIsNotTried) {
  const test::Folder folder;
  std::string rows;
  for (int i = 0; i < 120; ++i)
    rows += std::string(R"({"text":"hello world","labels":[")") + (i % 3 ? "joy" : "fear") + "\"]}\n";
  folder.write("data.jsonl", rows);
  TextOptions options;
  options.label_noise = true;
  const auto examination = examine_text(folder / "data.jsonl", options);
  ASSERT_TRUE(examination) << examination.error().message;
  EXPECT_TRUE(test::checked(*examination, "label_noise"));
  EXPECT_NE(test::find(*examination, "label_conflict"), nullptr) << "the other findings stand";
}

TEST(TextExamination, UnlabelledRowsHaveNoWrongLabels) {
  const test::Folder folder;
  folder.write("data.jsonl", "{\"text\":\"so good\"}\n{\"text\":\"so bad\"}\n");
  folder.write("p.jsonl", "{\"row\":1,\"scores\":{\"joy\":0.5,\"fear\":0.5}}\n");
  TextOptions options;
  options.label_noise = true;
  options.predictions = folder / "p.jsonl";
  const auto predicted = examine_text(folder / "data.jsonl", options);
  ASSERT_TRUE(predicted) << predicted.error().message;
  EXPECT_TRUE(test::checked(*predicted, "label_noise"));
  options.predictions.clear();
  options.scores = [](std::span<const std::string>, std::span<const io::Row>) { return std::vector<float>(); };
  const auto scored = examine_text(folder / "data.jsonl", options);
  ASSERT_TRUE(scored) << scored.error().message;
  EXPECT_TRUE(test::checked(*scored, "label_noise"));
}

TEST(TextExamination, GoEmotionsKnownLeaks) {
  const std::string folder = std::string(EMO_SOURCE_DIR) + "/../shared/data/text/goemotions";
  if (!std::filesystem::exists(folder + "/train.jsonl")) GTEST_SKIP() << "no shared data at " << folder;
  const auto examination = examine_text(folder, {});
  ASSERT_TRUE(examination) << examination.error().message;
  EXPECT_EQ(examination->splits[0].rows, 43410U);
  EXPECT_EQ(examination->labels.size(), 28U);
  double leaks = 0, of_dev = 0;
  for (const auto& finding : examination->findings) {
    if (finding.code != "leak_exact" || finding.evidence[0].place.file != "test.jsonl") continue;
    (finding.evidence[0].other.file == "train.jsonl" ? leaks : of_dev) = finding.number;
  }
  // 109 when everything but letters and digits is dropped; here emoji are words and keep 13 of these pairs apart.
  EXPECT_EQ(leaks, 96);
  EXPECT_EQ(of_dev, 37);
  EXPECT_NE(test::find(*examination, "class_imbalance"), nullptr);
}

TEST(TextExamination, PredictionsOfOtherTextsAreRefused) {
  const test::Folder folder;
  folder.write("data.jsonl",
               "{\"id\":\"a\",\"text\":\"so good\",\"labels\":[\"joy\"]}\n"
               "{\"id\":\"b\",\"text\":\"so bad\",\"labels\":[\"fear\"]}\n");
  const auto predict = [&](const std::string& first, const std::string& second) {
    const std::string rest = ",\"gold\":[\"joy\"],\"predicted\":[\"joy\"],\"scores\":{\"joy\":0.5,\"fear\":0.5}}\n";
    folder.write("p.jsonl", "{\"row\":1," + first + rest + "{\"row\":2," + second + rest);
    TextOptions options;
    options.label_noise = true;
    options.predictions = folder / "p.jsonl";
    const auto examination = examine_text(folder / "data.jsonl", options);
    return examination ? std::string() : examination.error().message;
  };
  EXPECT_EQ(predict("\"text\":\"so good\"", "\"id\":\"b\""), "");
  EXPECT_NE(predict("\"text\":\"so good\"", "\"text\":\"so good\"").find("predicts another text"), std::string::npos);
  EXPECT_NE(predict("\"id\":\"a\"", "\"id\":\"a\"").find("p.jsonl:2: has id 'a', but data.jsonl:2 has 'b'"),
            std::string::npos);
}

}  // namespace
}  // namespace emo::doctor
