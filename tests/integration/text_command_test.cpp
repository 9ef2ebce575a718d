// `emo text` from outside: shapes of the four formats, sources of text, exit codes.
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "tiny_model_test.hpp"

namespace emo::test {
namespace {

using TextCommand = TinyModelTest;

std::vector<std::string> keys_of(const io::Json& json) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  return keys;
}

TEST_F(TextCommand, OneResultHasThePromisedShape) {
  const auto result = run({"text", "what a good day", "--format", "json"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.err, "");
  const auto json = parsed(result.out);
  EXPECT_EQ(keys_of(json), (std::vector<std::string>{"abstained", "arousal", "coverage", "derived", "emotions", "id",
                                                     "label", "model", "scores", "sentiment", "text", "valence"}));
  EXPECT_EQ(json["id"], "0");
  EXPECT_EQ(json["text"], "what a good day");
  EXPECT_EQ(json["scores"].size(), 7U);
  double sum = 0;
  double last = 1;
  for (const auto& score : json["scores"]) {
    EXPECT_LE(score["score"].get<double>(), last);
    last = score["score"];
    sum += last;
  }
  EXPECT_NEAR(sum, 1, 1e-5);
  EXPECT_EQ(json["label"], json["scores"][0]["label"]);
  EXPECT_EQ(keys_of(json["coverage"]),
            (std::vector<std::string>{"chars", "language", "tokens", "truncated", "windows"}));
  EXPECT_EQ(json["model"]["name"], "tiny");
}

TEST_F(TextCommand, APipeGetsJsonLinesByDefault) {
  const auto result = run({"text", "-"}, {.input = "good\nbad\n\nsad"});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 4U);
  for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(parsed(lines[i])["id"], std::to_string(i));
  EXPECT_EQ(parsed(lines[2])["reason"], "empty_text");
  EXPECT_EQ(run({"text"}, {.input = "good\nbad\n\nsad"}).out, result.out) << "without TEXT standard input is read";
}

TEST_F(TextCommand, SeveralTextsAreAnArrayInJson) {
  const auto json = parsed(run({"text", "good", "bad", "--format", "json"}).out);
  ASSERT_TRUE(json.is_array());
  EXPECT_EQ(json.size(), 2U);
  EXPECT_TRUE(parsed(run({"text", "--file", "/dev/null", "--format", "json"}).out).empty());
}

TEST_F(TextCommand, JsonIsAListUnlessOneTextWasGiven) {
  write_text(folder_ / "one.txt", "good\n");
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{{"text"}, {"explain", "text"}}) {
    for (const std::string& source : {std::string("-"), "--file=" + (folder_ / "one.txt")}) {
      auto arguments = command;
      arguments.insert(arguments.end(), {source, "--format", "json"});
      const auto list = parsed(run(arguments, {.input = "good\n"}).out);
      ASSERT_TRUE(list.is_array()) << command[0] << source;
      EXPECT_EQ(list.size(), 1U);
    }
  }
}

TEST_F(TextCommand, StandardInputIsNotMixedWithTexts) {
  for (const std::vector<std::string>& texts :
       std::vector<std::vector<std::string>>{{"-", "hi"}, {"hi", "-"}, {"-", "-"}}) {
    for (const std::vector<std::string>& command :
         std::vector<std::vector<std::string>>{{"text"}, {"explain", "text"}}) {
      auto arguments = command;
      arguments.insert(arguments.end(), texts.begin(), texts.end());
      const auto result = run(arguments, {.input = "good\n"});
      EXPECT_EQ(result.status, 1) << result.out;
      EXPECT_EQ(result.out, "");
      EXPECT_NE(result.err.find("- (standard input) cannot be mixed with texts"), std::string::npos) << result.err;
    }
  }
}

TEST_F(TextCommand, HowAFileIsReadIsNoMatterOfTexts) {
  for (const std::vector<std::string>& options :
       {std::vector<std::string>{"--text-column", "body"}, {"--id-column", "nr"}, {"--input-format", "csv"}}) {
    auto command = options;
    command.insert(command.begin(), {"text", "good day"});
    const auto result = run(command);
    EXPECT_EQ(result.status, 1) << options[0];
    EXPECT_NE(result.err.find("say how --file F is read"), std::string::npos) << result.err;
  }
}

TEST_F(TextCommand, AnEmptyNameOfAFileIsRefused) {
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
           {"text"}, {"explain", "text"}, {"bench", "text"}, {"bench", "tokenize"}, {"bench", "face"}}) {
    auto arguments = command;
    arguments.insert(arguments.end(), {"--file", ""});
    const auto result = run(arguments, {.input = "good\n"});
    EXPECT_EQ(result.status, 1) << command[0] << result.out;
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("--file: the name is empty"), std::string::npos) << result.err;
  }
}

TEST_F(TextCommand, AnOptionWithNothingBehindItsEqualsSignTakesNoOtherWord) {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"text", "--file=", "good"}, {"text", "--top-k=", "1", "good"}, {"batch", "text", "--out=", "a.csv"}}) {
    const auto result = run(arguments, {.input = "good\n"});
    EXPECT_EQ(result.status, 1) << result.out;
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("' needs a value behind the '='"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("See 'emo " + arguments[0]), std::string::npos) << result.err;
  }
  EXPECT_EQ(parsed(run_emo({"text", "--model", model_, "--", "--file="}).out)["text"], "--file=");
}

TEST_F(TextCommand, ArgumentsAreTakenLiterally) {
  for (const std::string text : {"[sigh, hmm]", "info", "help", "--", "a=b", "{x}", "'quoted'", "%s%n"}) {
    const auto result = run_emo({"text", "--model", model_, "--format", "json", "--", text});
    EXPECT_EQ(result.status, 0) << text << ": " << result.err;
    EXPECT_EQ(parsed(result.out)["text"], text);
  }
  EXPECT_EQ(parsed(run({"text", "[a, b]", "--format", "json"}).out)["text"], "[a, b]");
  EXPECT_EQ(parsed(run({"text", "info", "--format", "json"}).out)["text"], "info");
  EXPECT_EQ(parsed(run({"text", "", "--format", "json"}).out)["reason"], "empty_text");
}

TEST_F(TextCommand, ATextThatBeginsLikeAnOptionIsATextOrAUsageError) {
  const auto result = run({"text", "one", "-5 degrees", "- a point", "two", "--top-k", "1"});
  EXPECT_EQ(result.status, 0) << result.err;
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(parsed(lines[1])["text"], "-5 degrees");
  EXPECT_EQ(parsed(lines[2])["text"], "- a point");
  EXPECT_EQ(run({"text", "one", "-x degrees"}).status, 1);
}

TEST_F(TextCommand, OutputThatDoesNotArriveIsAnError) {
  for (const std::string& command : {std::string("--help"), "info '" + model_ + "'"}) {
    const std::string line = "'" EMO_BINARY "' " + command;
    EXPECT_EQ(std::system((line + " > /dev/null 2>&1").c_str()), 0) << command;
    EXPECT_NE(std::system((line + " > /dev/full 2> /dev/null").c_str()), 0) << command;
  }
}

TEST_F(TextCommand, CsvHasAHeaderAndOneRecordPerText) {
  const auto lines = lines_of(run({"text", "good, indeed", "bad", "--format", "csv"}).out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(lines[0].starts_with("id,text,label,score,anger,disgust,fear,joy,neutral,sadness,surprise,"));
  EXPECT_TRUE(lines[1].starts_with("0,\"good, indeed\","));
}

TEST_F(TextCommand, PrettyHasNoEscapeCodesInAPipe) {
  const auto result = run({"text", "good \x1b[31mred", "--format", "pretty"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out.find('\x1b'), std::string::npos);
  EXPECT_NE(result.out.find("sentiment:"), std::string::npos);
}

TEST_F(TextCommand, ATerminalGetsColoursUnlessItCannotShowThemOrNobodyWantsThem) {
  const int screen = ::posix_openpt(O_RDWR | O_NOCTTY);
  ASSERT_GE(screen, 0);
  ASSERT_EQ(::grantpt(screen) | ::unlockpt(screen), 0);
  const std::string name = ::ptsname(screen);
  const int keeper = ::open(name.c_str(), O_RDWR | O_NOCTTY);  // else what was written goes with its writer
  const auto shown = [&](const char* term, const char* no_color) {
    ::setenv("TERM", term, 1);
    ::setenv("NO_COLOR", no_color, 1);
    EXPECT_EQ(run({"text", "good"}, {.stdout_path = name}).status, 0);
    std::string text;
    pollfd waiting{screen, POLLIN, 0};
    while (::poll(&waiting, 1, 200) > 0) {  // a terminal passes on what was written piece by piece
      char piece[4096];
      const ssize_t count = ::read(screen, piece, sizeof piece);
      if (count <= 0) break;
      text.append(piece, static_cast<std::size_t>(count));
    }
    EXPECT_NE(text.find("sentiment:"), std::string::npos) << text;
    return text;
  };
  const bool had_term = std::getenv("TERM") != nullptr, had_no_color = std::getenv("NO_COLOR") != nullptr;
  const std::string term = had_term ? std::getenv("TERM") : "", no_color = had_no_color ? std::getenv("NO_COLOR") : "";
  EXPECT_NE(shown("xterm", "").find('\x1b'), std::string::npos);
  EXPECT_EQ(shown("xterm", "1").find('\x1b'), std::string::npos);
  EXPECT_EQ(shown("dumb", "").find('\x1b'), std::string::npos);
  ::unsetenv("TERM");
  ::unsetenv("NO_COLOR");
  if (had_term) ::setenv("TERM", term.c_str(), 1);
  if (had_no_color) ::setenv("NO_COLOR", no_color.c_str(), 1);
  ::close(keeper);
  ::close(screen);
}

TEST_F(TextCommand, PrettyNamesTheStrongestEmotionsAndCountsTheOthers) {
  const auto all = parsed(run({"text", "good", "--format", "json"}).out)["emotions"].size();
  ASSERT_GT(all, 7U) << "the tiny model lets many labels over their thresholds";
  const auto usual = run({"text", "good", "--format", "pretty"}).out;
  EXPECT_NE(usual.find(", " + std::to_string(all - 5) + " weaker\n"), std::string::npos) << usual;
  const auto asked = run({"text", "good", "--format", "pretty", "--top-k", "7"}).out;
  EXPECT_EQ(asked.find("weaker"), std::string::npos) << asked;
}

TEST_F(TextCommand, TopKLimitsTheLists) {
  const auto json = parsed(run({"text", "good", "--top-k", "2", "--format", "json"}).out);
  EXPECT_EQ(json["scores"].size(), 2U);
  EXPECT_LE(json["emotions"].size(), 2U);
}

TEST_F(TextCommand, ThreadsDoNotChangeTheOutput) {
  std::string input;
  for (int i = 0; i < 300; ++i) input += "line " + std::to_string(i * 7919) + " good and bad\n";
  const auto one = run({"text", "-", "--threads", "1"}, {.input = input});
  const auto three = run({"text", "-", "--threads", "3"}, {.input = input});
  EXPECT_EQ(lines_of(one.out).size(), 300U);
  EXPECT_EQ(one.out, three.out);
}

TEST_F(TextCommand, ReadsColumnsOfStructuredFiles) {
  write_text(folder_ / "in.csv", "name,body\nx,\"good, day\"\ny,bad\n");
  const auto csv = run({"text", "--file", folder_ / "in.csv", "--text-column", "body", "--id-column", "name"});
  EXPECT_EQ(csv.status, 0) << csv.err;
  const auto lines = lines_of(csv.out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(parsed(lines[0])["text"], "good, day");
  EXPECT_EQ(parsed(lines[0])["id"], "x");
}

TEST_F(TextCommand, ALineThatIsNoUtf8IsToldWithItsPlace) {
  write_text(folder_ / "in.txt", "good\n\xff bad\n");
  const auto result = run({"text", "--file", folder_ / "in.txt"});
  EXPECT_EQ(result.status, 0);
  EXPECT_NE(result.err.find("the first: " + (folder_ / "in.txt") + ":2: "), std::string::npos) << result.err;
}

TEST_F(TextCommand, UsageErrorsExitWithOneAndTheNextStep) {
  const std::vector<std::vector<std::string>> wrong{{},
                                                    {"txet"},
                                                    {"text", "--nonsense", "x"},
                                                    {"text", "x", "--format", "xml"},
                                                    {"text", "x", "--threads", "0"},
                                                    {"text", "x", "--top-k", "-1"},
                                                    {"text", "x", "--file", "y"},
                                                    {"batch", "text", "x"},
                                                    {"batch"}};
  for (const auto& arguments : wrong) {
    const auto result = run_emo(arguments);
    EXPECT_EQ(result.status, 1) << result.err;
    EXPECT_NE(result.err.find("--help"), std::string::npos) << result.err;
    EXPECT_EQ(result.out, "");
  }
}

TEST_F(TextCommand, AnUnknownCommandIsNamedWithTheNearestOne) {
  for (const std::vector<std::string>& more :
       std::vector<std::vector<std::string>>{{}, {"--help"}, {"--version"}, {"x"}}) {
    std::vector<std::string> arguments{"txet"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto result = run_emo(arguments);
    EXPECT_EQ(result.status, 1);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err, "emo: there is no command 'txet' of 'emo'; the nearest is 'emo text'\nSee 'emo --help'.\n");
  }
  for (const char* help : {"--threads=1", "--help"}) {
    const auto result = run_emo({"batch", "faces", help});
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.err.find("no command 'faces' of 'emo batch'; the nearest is 'emo batch face'"), std::string::npos)
        << result.err;
  }
}

TEST_F(TextCommand, AMisspeltOptionIsToldWithTheNearestOne) {
  const auto near = run_emo({"text", "--min-confidnece=0.3", "hello"});
  EXPECT_EQ(near.status, 1);
  EXPECT_EQ(near.err,
            "emo: The following argument was not expected: --min-confidnece=0.3; did you mean --min-confidence?\n"
            "See 'emo text --help'.\n");
  const auto required = run_emo({"batch", "text", "in.txt", "--outt", "o.jsonl"});
  EXPECT_NE(required.err.find("is no option of 'emo batch text'; did you mean --out?"), std::string::npos)
      << required.err;
  const auto two = run_emo({"batch", "text", "in.txt", "--out", "o.jsonl", "--colour", "red"});
  EXPECT_NE(two.err.find("not expected: --colour red\n"), std::string::npos) << two.err;
  const auto far = run_emo({"text", "--colour", "hello"});
  EXPECT_EQ(far.err.find("did you mean"), std::string::npos) << far.err;
  EXPECT_NE(far.err.find("not expected: --colour\n"), std::string::npos) << far.err;
}

TEST_F(TextCommand, WhereNoCommandIsNearAllAreListed) {
  const auto program = run_emo({"emo"});
  EXPECT_EQ(program.status, 1);
  EXPECT_NE(program.err.find("there is no command 'emo' of 'emo'; there are: text, face, video, "), std::string::npos)
      << program.err;
  EXPECT_EQ(program.err.find("nearest"), std::string::npos) << program.err;
  EXPECT_EQ(run_emo({"bench", "serve"}).err,
            "emo: there is no command 'serve' of 'emo bench'; there are: text, face, tokenize\n"
            "See 'emo bench --help'.\n");
}

TEST_F(TextCommand, HelpMayBeAskedForAsACommand) {
  EXPECT_EQ(run_emo({"help"}).out, run_emo({"--help"}).out);
  EXPECT_EQ(run_emo({"help", "text"}).out, run_emo({"text", "--help"}).out);
  const auto deep = run_emo({"help", "eval", "text"});
  EXPECT_EQ(deep.status, 0);
  EXPECT_EQ(deep.out, run_emo({"eval", "text", "--help"}).out);
  EXPECT_NE(deep.out.find("--data"), std::string::npos) << deep.out;
  const auto unknown = run_emo({"help", "txet"});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_NE(unknown.err.find("the nearest is 'emo text'"), std::string::npos) << unknown.err;
}

TEST_F(TextCommand, GroupsOfCommandsHaveExamplesInTheirHelp) {
  for (const char* group : {"batch", "explain", "calibrate", "import", "bench"}) {
    const auto result = run_emo({group, "--help"});
    EXPECT_EQ(result.status, 0);
    EXPECT_NE(result.out.find(std::string("Examples:\n  emo ") + group + " "), std::string::npos) << result.out;
  }
}

TEST_F(TextCommand, HelpAndVersionSucceedWithExamples) {
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{{},
                                                                                       {"text"},
                                                                                       {"batch", "text"},
                                                                                       {"eval", "text"},
                                                                                       {"import", "hf"},
                                                                                       {"quantize"},
                                                                                       {"verify"},
                                                                                       {"info"},
                                                                                       {"models"},
                                                                                       {"bench", "text"},
                                                                                       {"bench", "tokenize"}}) {
    auto arguments = command;
    arguments.emplace_back("--help");
    const auto result = run_emo(arguments);
    EXPECT_EQ(result.status, 0);
    EXPECT_NE(result.out.find("Example"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("--model"), std::string::npos) << result.out;
  }
  const auto version = run_emo({"--version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_TRUE(version.out.starts_with("emo ")) << version.out;
}

TEST_F(TextCommand, LabelsOfTheRowsAreOfNoConcern) {
  const std::string source = folder_ / "rows.jsonl";
  write_text(source, "{\"text\":\"good\",\"label\":[{\"label\":\"joy\",\"score\":0.9}]}\n");
  const auto result = run({"text", "--file", source});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(run({"explain", "text", "--file", source}).status, 0);
  EXPECT_EQ(run({"bench", "text", "--file", source, "--seconds", "0.05"}).status, 0);
  ASSERT_EQ(run({"batch", "text", source, "--out", folder_ / "out.jsonl"}).status, 0);
  EXPECT_EQ(read_text(folder_ / "out.jsonl"), result.out);
}

TEST_F(TextCommand, AnEmptyNameIsNotTheDefault) {
  write_text(folder_ / "rows.csv", "text\ngood\n");
  for (const char* option : {"--model", "--text-column"}) {
    const auto result = run_emo({"text", "--file", folder_ / "rows.csv", option, ""});
    EXPECT_EQ(result.status, 1) << result.out;
    EXPECT_NE(result.err.find(std::string(option) + ": the name is empty"), std::string::npos) << result.err;
  }
  EXPECT_EQ(run_emo({"verify", ""}).status, 1);
}

}  // namespace
}  // namespace emo::test
