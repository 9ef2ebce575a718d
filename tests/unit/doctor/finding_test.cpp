#include "doctor/finding.hpp"

#include <gtest/gtest.h>

#include "io/json.hpp"

namespace emo::doctor {
namespace {

Examination sample() {
  Examination examination;
  examination.subject = "data/x";
  examination.kind = "text";
  examination.splits = {{"train", "train.jsonl", 1234, 2}};
  examination.labels = {"joy"};
  Finding note{"a_note", Severity::kNote, "A note.", 1, "rows", "", 0, {}};
  Finding error{"an_error", Severity::kError, "An \x1b[31merror.", 7, "rows", "Do this.", 0, {}};
  for (int i = 0; i < 30; ++i) error.add({{"f.csv", 5}, {"g.csv", 6}, "note"});
  examination.findings = {note, error};
  examination.checks = {{"fine", "All is \x1b[2Jwell."}};
  examination.suspects = {{{"f.csv", 9}, "joy", "", 0.5}, {{"f.csv", 10}, "", "fear", 0.25}};
  return examination;
}

TEST(Finding, JsonHasAllNumbers) {
  Examination examination = sample();
  sort_findings(examination);
  const auto json = io::parse_json(to_json(examination), "doctor.json");
  ASSERT_TRUE(json) << json.error().message;
  EXPECT_EQ((*json)["errors"], 1);
  EXPECT_EQ((*json)["warnings"], 0);
  EXPECT_EQ((*json)["notes"], 1);
  const auto& finding = (*json)["findings"][0];
  EXPECT_EQ(finding["code"], "an_error");
  EXPECT_EQ(finding["severity"], "error");
  EXPECT_EQ(finding["number"], 7);
  EXPECT_EQ(finding["evidence_count"], 30);
  EXPECT_EQ(finding["evidence"].size(), kMaxEvidence);
  EXPECT_EQ(finding["evidence"][0]["other_row"], 6);
  EXPECT_EQ((*json)["splits"][0]["damaged"], 2);
  EXPECT_EQ((*json)["checks"][0]["code"], "fine");
}

TEST(Finding, TextIsSafeAndShort) {
  Examination examination = sample();
  sort_findings(examination);
  const std::string text = to_text(examination, false);
  EXPECT_EQ(text.find('\x1b'), std::string::npos) << "control bytes of the data must not reach the terminal";
  EXPECT_LT(text.find("an_error"), text.find("a_note"));
  EXPECT_NE(text.find("f.csv:5 = g.csv:6  note"), std::string::npos) << text;
  EXPECT_NE(text.find("… 25 more"), std::string::npos) << text;
  EXPECT_NE(text.find("1,234 rows, 2 damaged"), std::string::npos);
  EXPECT_NE(text.find("1 error, 0 warnings, 1 note"), std::string::npos);
  EXPECT_NE(to_text(examination, true).find("\x1b[31merror"), std::string::npos);
}

TEST(Finding, LabelsSteerNoTerminal) {
  Examination examination = sample();
  Finding label{"a_label", Severity::kNote, "Of 'a\u009b2J\u202Eb'.", 1, "rows", "", 0, {}};
  examination.findings = {label};
  EXPECT_NE(to_text(examination, false).find("Of 'a 2J b'."), std::string::npos) << "C1 controls and directions";
}

TEST(Finding, StrictMeansWarningOrWorse) {
  Examination examination;
  EXPECT_FALSE(examination.needs_action());
  examination.findings.push_back({"n", Severity::kNote, "", 0, "", "", 0, {}});
  EXPECT_FALSE(examination.needs_action());
  examination.findings.push_back({"w", Severity::kWarning, "", 0, "", "", 0, {}});
  EXPECT_TRUE(examination.needs_action());
}

TEST(Finding, SuspectsAreOneLineEach) {
  EXPECT_EQ(suspects_jsonl(sample()),
            "{\"file\":\"f.csv\",\"row\":9,\"given\":\"joy\",\"suggested\":null,\"margin\":0.5}\n"
            "{\"file\":\"f.csv\",\"row\":10,\"given\":null,\"suggested\":\"fear\",\"margin\":0.25}\n");
}

TEST(Finding, Numbers) {
  EXPECT_EQ(percent(0.1234), "12.3 %");
  EXPECT_EQ(percent(0.0012), "0.12 %");
}

}  // namespace
}  // namespace emo::doctor
