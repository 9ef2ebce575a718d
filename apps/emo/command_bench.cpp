// `emo bench text|tokenize`: throughput, latency and memory of this machine, as JSON. No quality is judged (`emo
// eval`), and nothing is compared: two runs side by side are the user's to make.
#include <CLI/CLI.hpp>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "bench_measurement.hpp"
#include "cli.hpp"
#include "io/bundle.hpp"
#include "io/json.hpp"
#include "io/rows.hpp"
#include "model_choice.hpp"
#include "models/text_model.hpp"
#include "text/normalizer.hpp"
#include "text/tokenizer.hpp"
#include "text/utf8.hpp"

namespace emo::cli {
namespace {

struct BenchCommand {
  std::string file;
  io::RowOptions rows;
  std::size_t batch = 32;
  double seconds = 3;
  std::int64_t tokens = 0;
  bool raw = false;
};

/// Our own sentences, of the lengths that people write.
std::vector<std::string> built_in_texts() {
  return {"I can't believe we actually won, this is the best day of the year!",
          "meh",
          "The train was late again and nobody told us anything for almost an hour.",
          "thank you so much, that really helped",
          "She said she would call, and I waited until the lights went out downstairs.",
          "Are you serious?! Who leaves a dog in a hot car???",
          "There is something scratching behind the wall and it only starts after midnight.",
          "We moved the meeting to Thursday, same room.",
          "that soup smelled like wet socks",
          "Not the worst film I have seen, but I would not pay for it twice either.",
          "lol no way",
          "He remembered my birthday after all these years, I am still smiling."};
}

Result<std::vector<std::string>> load_texts(const BenchCommand& command) {
  if (command.file.empty()) return built_in_texts();
  EMO_ASSIGN(const auto reader, io::open_rows(command.file, io::texts_alone(command.rows)));
  std::vector<std::string> texts;
  std::string first_problem;
  while (auto row = reader->next()) {
    if (*row && text::validate_utf8((*row)->text)) {
      texts.push_back(std::move((*row)->text));
    } else if (first_problem.empty()) {
      first_problem = *row ? "the first is not valid UTF-8" : row->error().message;
    }
  }
  if (!texts.empty()) return texts;
  const std::string why = first_problem.empty() ? "" : ": " + first_problem;
  return Error{ErrorCode::kInvalidData, "'" + command.file + "' holds no readable text" + why};
}

double per_second(double count, const Measurement& measured) {
  return count / measured.seconds;
}

/// Raw text to scores, `batch` texts a call, the recognizer's own threads.
Result<io::OrderedJson> bench_recognizer(const BenchCommand& command, const Context& context) {
  EMO_ASSIGN(const auto texts, load_texts(command));
  pipeline::RecognizerOptions options;
  options.threads = thread_count(context.global);
  EMO_ASSIGN(const auto recognizer, open_text_model(context, options));
  std::uint64_t tokens = 0;
  std::uint64_t answered = 0;
  const auto call = [&](std::size_t, std::size_t index) -> Result<void> {
    std::vector<std::string_view> batch;
    for (std::size_t i = 0; i < command.batch; ++i) batch.push_back(texts[(index * command.batch + i) % texts.size()]);
    for (const auto& result : recognizer->recognize(batch)) {
      if (!result) return result.error();
      tokens += result->coverage.tokens;
      ++answered;
    }
    return {};
  };
  for (std::size_t i = 0; i < kWarmUpCalls; ++i) EMO_TRY(call(0, i));
  tokens = answered = 0;
  EMO_ASSIGN(const auto measured, measure(1, 0, command.seconds, call));
  auto json = measurement_json("text", recognizer->manifest(), options.threads, measured);
  json["batch"] = command.batch;
  json["texts"] = answered;
  json["texts_per_second"] = per_second(static_cast<double>(answered), measured);
  json["tokens_per_second"] = per_second(static_cast<double>(tokens), measured);
  return json;
}

/// The engine alone: `batch` sequences of `tokens` random ids a call, each thread its own calls.
Result<io::OrderedJson> bench_engine(const BenchCommand& command, const Context& context) {
  EMO_ASSIGN(const auto folder, choose_model(context));
  EMO_ASSIGN(const auto bundle, io::open_bundle(folder, io::HashCheck::kSkip));
  EMO_ASSIGN(const auto model, models::TextModel::load(bundle));
  if (const auto most = model.architecture().encoder.max_tokens(); command.tokens > most) {
    return Error{ErrorCode::kUsage, "--tokens " + std::to_string(command.tokens) +
                                        " is more than the model reads, 1.." + std::to_string(most)};
  }
  const int threads = thread_count(context.global);
  std::mt19937 random(kBenchSeed);
  std::uniform_int_distribution<std::int32_t> id(
      0, static_cast<std::int32_t>(bundle.manifest.text.encoder.vocab_size - 1));
  std::vector<std::vector<std::int32_t>> ids(command.batch);
  for (auto& sequence : ids) {
    for (std::int64_t i = 0; i < command.tokens; ++i) sequence.push_back(id(random));
  }
  const std::vector<std::span<const std::int32_t>> sequences(ids.begin(), ids.end());
  std::vector<models::TextWorkspace> workspaces(static_cast<std::size_t>(threads));
  EMO_ASSIGN(const auto measured,
             measure(threads, kWarmUpCalls, command.seconds, [&](std::size_t thread, std::size_t) -> Result<void> {
               EMO_TRY(model.run(sequences, workspaces[thread]));
               return {};
             }));
  auto json = measurement_json("engine", bundle.manifest, threads, measured);
  const auto count = static_cast<double>(measured.calls * command.batch);
  json["batch"] = command.batch;
  json["tokens"] = command.tokens;
  json["sequences_per_second"] = per_second(count, measured);
  json["tokens_per_second"] = per_second(count * static_cast<double>(command.tokens), measured);
  return json;
}

/// Text to ids, every text of the file once a call.
Result<io::OrderedJson> bench_tokenizer(const BenchCommand& command, const Context& context) {
  EMO_ASSIGN(const auto texts, load_texts(command));
  EMO_ASSIGN(const auto folder, choose_model(context));
  EMO_ASSIGN(const auto bundle, io::open_bundle(folder, io::HashCheck::kSkip));
  if (bundle.manifest.task != io::Task::kText) {
    return Error{ErrorCode::kUnsupported, "bundle '" + bundle.directory + "' is not a text model"};
  }
  const auto& preprocess = bundle.manifest.text_preprocess;
  EMO_ASSIGN(const auto tokenizer_json, bundle.read(preprocess.tokenizer));
  EMO_ASSIGN(const auto tokenizer, text::parse_tokenizer(tokenizer_json));
  const int threads = thread_count(context.global);
  const bool normalise = !command.raw && preprocess.normalizer_version != 0;
  std::vector<std::vector<std::int32_t>> ids(static_cast<std::size_t>(threads));
  EMO_ASSIGN(const auto measured,
             measure(threads, 1, command.seconds, [&](std::size_t thread, std::size_t) -> Result<void> {
               ids[thread].clear();
               for (const auto& text : texts) {
                 if (normalise) {
                   tokenizer->encode(text::normalize(text, preprocess.normalizer_version), ids[thread]);
                 } else {
                   tokenizer->encode(text, ids[thread]);
                 }
               }
               return {};
             }));
  std::uint64_t bytes = 0;
  for (const auto& text : texts) bytes += text.size();
  const auto calls = static_cast<double>(measured.calls);
  auto json = measurement_json("tokenize", bundle.manifest, threads, measured);
  json["normalised"] = normalise;
  json["texts_per_call"] = texts.size();
  json["texts_per_second"] = per_second(calls * static_cast<double>(texts.size()), measured);
  json["tokens_per_second"] = per_second(calls * static_cast<double>(ids.front().size()), measured);
  json["mb_per_second"] = per_second(calls * static_cast<double>(bytes) / 1e6, measured);
  return json;
}

}  // namespace

void add_bench_command(CLI::App& app, Context& context) {
  auto* group = app.add_subcommand("bench", "Measure speed and memory on this machine");
  group->require_subcommand(1);
  group->footer(
      "Examples:\n  emo bench text --batch 32 --threads 1 --file tweets.txt\n"
      "  emo bench face --batch 16 --threads 1\n  emo bench tokenize --file tweets.txt --threads 1");
  auto command = std::make_shared<BenchCommand>();
  const auto add_common = [&](CLI::App& sub) {
    sub.add_option("--file", command->file, "Texts to use (lines, csv, tsv, jsonl); default: a few built-in ones")
        ->check(check_name)
        ->type_name("F");
    sub.add_option("--text-column", command->rows.text_column, "Column or member of it with the text")
        ->check(check_name)
        ->capture_default_str()
        ->needs(sub.get_option("--file"));
    add_bench_options(sub, command->seconds, context);
  };
  auto* text = group->add_subcommand("text", "Text to scores, or the engine alone with --tokens");
  text->add_option("--batch", command->batch, "Texts or sequences in one call")
      ->capture_default_str()
      ->check(CLI::Range(1, 1 << 20));
  text->add_option("--tokens", command->tokens, "Run the engine alone on random sequences of this many tokens")
      ->check(CLI::Range(1, 1 << 16))
      ->type_name("T");
  add_common(*text);
  text->get_option("--tokens")->excludes(text->get_option("--file"));
  text->footer(
      "Examples:\n  emo bench text --batch 32 --threads 1 --file tweets.txt\n"
      "  emo bench text --tokens 32 --batch 8 --threads 1");
  text->callback([command, &context] {
    context.action = [command, &context] {
      return print_bench(command->tokens > 0 ? bench_engine(*command, context) : bench_recognizer(*command, context),
                         context);
    };
  });
  add_bench_face_command(*group, context);
  auto* tokenize = group->add_subcommand("tokenize", "Text to token ids");
  tokenize->add_flag("--raw", command->raw, "Leave out the normaliser");
  add_common(*tokenize);
  tokenize->footer("Example:\n  emo bench tokenize --file tweets.txt --threads 1 --raw");
  tokenize->callback([command, &context] {
    context.action = [command, &context] { return print_bench(bench_tokenizer(*command, context), context); };
  });
}

}  // namespace emo::cli
