// Finds the inputs, assembles the document, writes the files. What the sections are is assemble*.cpp's; no model is
// run, so a report can be made of files alone, years later.
#include "report/report.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <initializer_list>
#include <set>
#include <string_view>
#include <utility>

#include "io/file.hpp"
#include "io/json.hpp"
#include "io/output_place.hpp"
#include "report/assemble.hpp"
#include "report/folder_files.hpp"
#include "report/pictures.hpp"
#include "report/raster.hpp"
#include "vision/encode.hpp"

namespace emo::report {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxCardBytes = 1 << 20, kMaxDoctorBytes = 64 << 20, kMaxReportBytes = 64 << 20;

// The words of a name in lower case, which are its runs of letters: "carer_test.jsonl" has "carer", "test", "jsonl".
// `at_capitals`: a capital after a small letter begins another.
std::set<std::string> name_words(const std::string& name, bool at_capitals) {
  std::set<std::string> words;
  std::string word;
  bool small = false;
  const auto end_word = [&] {
    words.insert(word);
    word.clear();
  };
  for (const char letter : name) {
    const auto c = static_cast<unsigned char>(letter);
    if (std::isalpha(c) == 0 || (at_capitals && small && std::isupper(c) != 0)) end_word();
    if (std::isalpha(c) != 0) word += static_cast<char>(std::tolower(c));
    small = std::islower(c) != 0;
  }
  end_word();
  return words;
}

// What a split is by the words of its name: "latest.jsonl" is no test. FER2013 calls its validation part PublicTest.
std::string role_of(const std::string& name) {
  for (const bool at_capitals : {false, true}) {
    const auto words = name_words(name, at_capitals);
    const auto has = [&](std::initializer_list<const char*> any) {
      return std::any_of(any.begin(), any.end(), [&](const char* word) { return words.contains(word); });
    };
    if (has({"dev", "devset", "development", "val", "valid", "validation", "publictest"})) return "validation";
    if (has({"test", "tests", "testset", "testing", "privatetest"})) return "test";
  }
  return name;
}

// A role is shown once: a run keeps validation figures of its own beside those that were given with --validation.
bool has_role(const ReportInput& input, const std::string& role) {
  return std::any_of(input.evaluations.begin(), input.evaluations.end(),
                     [&role](const JudgedSplit& split) { return split.role == role; });
}

Result<void> add_evaluation(const std::string& role, EvaluationFiles files, const ReportOptions& options,
                            ReportInput& input) {
  if (options.light) files.predictions.clear();
  auto record = read_evaluation(files);
  if (!record) return record.error();
  JudgedSplit split{role, std::move(*record)};
  if (split.role.empty()) split.role = split.record.split.empty() ? "evaluation" : role_of(split.record.split);
  input.evaluations.push_back(std::move(split));
  return {};
}

Result<void> find_evaluations(const std::string& folder, const ReportOptions& options, ReportInput& input) {
  if (const auto own = evaluation_files(folder); own.exist()) EMO_TRY(add_evaluation("", own, options, input));
  for (const auto& [role, path] : {std::pair{"test", options.test}, std::pair{"validation", options.validation}}) {
    if (path.empty()) continue;
    if (!evaluation_files(path).exist()) {
      return Error{ErrorCode::kNotFound, path + ": no metrics.json and no predictions.jsonl here"};
    }
    EMO_TRY(add_evaluation(role, evaluation_files(path), options, input));
  }
  for (const std::string& run : {folder, options.run}) {
    const EvaluationFiles dev = evaluation_files(run, "dev");
    if (run.empty() || !dev.exist() || has_role(input, "validation")) continue;
    EMO_TRY(add_evaluation("validation", dev, options, input));
  }
  std::error_code failed;
  std::vector<std::string> below;
  const auto is_shown = [&](const fs::path& path) {  // by its other name
    std::error_code ignored;
    return (!options.test.empty() && fs::equivalent(path, options.test, ignored)) ||
           (!options.validation.empty() && fs::equivalent(path, options.validation, ignored));
  };
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    std::error_code ignored;
    const fs::path& path = entry->path();
    if (entry->is_directory(ignored) && evaluation_files(path.string()).exist() && !is_shown(path)) {
      below.push_back(path.string());
    }
  }
  // What is called so itself, then what has the word in its name, then the rest; each by name.
  const auto rank = [](const std::string& path) {
    const std::string name = fs::path(path).filename().string(), role = role_of(name);
    if (role != "test" && role != "validation") return 2;
    return role == name ? 0 : 1;
  };
  std::sort(below.begin(), below.end(), [&](const std::string& a, const std::string& b) {
    return std::pair(rank(a), std::string_view(a)) < std::pair(rank(b), std::string_view(b));
  });
  constexpr std::size_t kMostBelow = 8;
  for (std::size_t i = 0; i < std::min(below.size(), kMostBelow); ++i) {
    const std::string name = fs::path(below[i]).filename().string(), role = role_of(name);
    if (has_role(input, role) && role == name) {
      std::string note = "The evaluation in ";
      note.append(name).append("/ is left out: another one is shown as ").append(role);
      input.notes.push_back({false, std::move(note)});
      continue;
    }
    EMO_TRY(add_evaluation(has_role(input, role) ? name : role, evaluation_files(below[i]), options, input));
  }
  if (below.size() > kMostBelow) {
    input.notes.push_back({false, "Of " + std::to_string(below.size()) + " folders with evaluations the first " +
                                      std::to_string(kMostBelow) + " are shown"});
  }
  std::stable_partition(input.evaluations.begin(), input.evaluations.end(),
                        [](const JudgedSplit& s) { return s.role == "test"; });
  return {};
}

void add_model(const std::string& folder, ReportInput& input) {
  input.manifest = read_manifest(folder, input.notes);
  const std::string path = folder + "/card.md";
  if (!is_file(path)) return;  // a pipe would keep its reader waiting
  if (auto card = io::read_file(path, kMaxCardBytes)) input.card = std::move(*card);
}

void add_doctor(const std::string& folder, ReportInput& input) {
  const std::string path = folder + "/doctor.json";
  if (!is_file(path) || input.doctor) return;
  const auto text = io::read_file(path, kMaxDoctorBytes);
  auto json = text ? io::parse_json(*text, path) : Result<io::Json>(text.error());
  if (json) {
    input.doctor = std::move(*json);
  } else {
    input.notes.push_back({true, json.error().message});
  }
}

// A figure of a report before, which this one does not draw, would pass for one of it. `before`: its report.md, which
// shows the figures it drew, PNGs where there are any beside the SVGs. A file of such a name that it does not show is
// another program's, as are all others.
void remove_old_figures(const std::string& folder, const std::string& before, const std::set<std::string>& written) {
  const std::string inside = folder + "/";
  for (const std::string_view name : kFigureNames) {
    for (const std::string_view ending : {".svg", ".png"}) {
      const std::string file = std::string(name) + std::string(ending), path = inside + file;
      std::string shown = "](figures/";
      shown += ending == ".png" ? file : std::string(name) + ".";
      if (written.count(path) != 0 || before.find(shown) == std::string::npos || !is_file(path)) continue;
      std::error_code ignored;
      fs::remove(path, ignored);
    }
  }
}

// Figures as SVG, and as PNG where wanted; without the font there are no PNGs and a note.
Result<bool> write_figures(const Document& document, const std::string& out, bool png, RecordNotes& notes) {
  constexpr double kScale = 2;  // sharp on dense screens and in print
  const std::string folder = out + "/figures";
  EMO_TRY(io::make_folder(folder));
  const auto fonts = find_font_folder();
  if (png && !fonts) notes.push_back({false, "No PNG figures: " + fonts.error().message});
  std::set<std::string> written;
  const auto write = [&](const Figure& figure, const char* ending, std::string_view content) {
    return io::write_file_atomic(*written.insert(folder + "/" + figure.name + ending).first, content);
  };
  for (const Figure& figure : document.figures) {
    EMO_TRY(write(figure, ".svg", to_svg(figure.canvas, true)));
    if (!png || !fonts) continue;
    EMO_ASSIGN(const auto image, rasterize(figure.canvas, kScale, *fonts));
    EMO_ASSIGN(const auto bytes, vision::encode_png(image));
    EMO_TRY(write(figure, ".png", bytes));
  }
  const std::string page = out + "/report.md";
  const auto before = is_file(page) ? io::read_file(page, kMaxReportBytes) : Result<std::string>("");
  if (before) remove_old_figures(folder, *before, written);
  return png && fonts.has_value();
}

}  // namespace

Result<ReportWritten> write_report(const std::string& folder, const ReportOptions& options) {
  std::error_code failed;
  if (!fs::is_directory(folder, failed)) return Error{ErrorCode::kNotFound, folder + ": no such folder"};
  ReportInput input;
  input.title = options.title;
  input.command = options.command;
  input.examples = options.examples;
  const std::string run = options.run.empty() ? folder : options.run;
  if (is_run_folder(run)) {
    EMO_ASSIGN(input.run, read_run(run));
  } else if (!options.run.empty()) {
    return Error{ErrorCode::kNotFound, options.run + " holds no run (args.json, log.jsonl or results.csv)"};
  }
  EMO_TRY(find_evaluations(folder, options, input));
  if (!input.run && input.evaluations.empty()) {
    if (auto several = several_runs(folder)) return std::move(*several);
    return Error{ErrorCode::kNotFound, folder +
                                           ": nothing to report on; expected a run (args.json, log.jsonl) or an "
                                           "evaluation (metrics.json, predictions.jsonl)"};
  }
  if (!options.model.empty() && !is_file(options.model + "/manifest.json")) {
    return Error{ErrorCode::kNotFound, options.model + " holds no bundle (manifest.json)"};
  }
  add_model(options.model.empty() ? run + "/bundle" : options.model, input);
  add_doctor(folder, input);
  add_doctor(run, input);
  if (input.examples && !options.light && !input.evaluations.empty()) {
    input.pictures = thumbnails(input.evaluations.front().record.mistakes, input.evaluations.front().record.folder);
  }
  Document document = assemble(input);
  const std::string out = options.out.empty() ? folder : options.out;
  RecordNotes notes;
  EMO_ASSIGN(const bool png, write_figures(document, out, options.png && !options.light, notes));
  for (const auto& note : notes) document.sections.front().blocks.emplace_back(note_block(note));
  ReportWritten written{(fs::path(out) / "report.html").string(), document.figures.size(), {}};
  EMO_TRY(io::write_file_atomic(written.html, to_html(document)));
  EMO_TRY(io::write_file_atomic(out + "/report.json", io::dump_json(document.data, 2) + "\n"));
  EMO_TRY(io::write_file_atomic(out + "/report.md", to_markdown(document, png)));
  for (const auto& section : document.sections) {
    for (const auto& block : section.blocks) {
      if (const auto* note = std::get_if<NoteBlock>(&block); note != nullptr && note->serious)
        written.serious.push_back(note->text);
    }
  }
  return written;
}

}  // namespace emo::report
