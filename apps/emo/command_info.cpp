// `emo info`: what a bundle says about itself. Nothing is run and no hash is compared: whether it is whole and computes
// what it should is `emo verify`'s question, how good it is `emo eval`'s.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "cli.hpp"
#include "core/joined.hpp"
#include "core/number_words.hpp"
#include "io/bundle.hpp"
#include "model_choice.hpp"
#include "record_printer.hpp"
#include "terminal_text.hpp"

namespace emo::cli {
namespace {

// ", licence X", or nothing where none is stated.
std::string licence_of(const std::string& stated) {
  return stated.empty() ? "" : ", licence " + stated;
}

unsigned long long parameter_count(const io::Bundle& bundle) {
  unsigned long long count = 0;
  const auto specs = io::tensors_of(bundle.manifest);
  if (!specs) return 0;  // open_bundle() has seen to it that there are some
  for (const auto& spec : *specs) {
    unsigned long long elements = 1;
    for (const auto extent : spec.shape) elements *= static_cast<unsigned long long>(extent);
    count += elements;
  }
  return count;
}

void print_text_encoder(const io::Bundle& bundle) {
  const auto& encoder = bundle.manifest.text.encoder;
  const auto& preprocess = bundle.manifest.text_preprocess;
  std::printf("  encoder       %lld layers, width %lld, %lld heads, vocabulary %lld; %s parameters\n",
              static_cast<long long>(encoder.layers), static_cast<long long>(encoder.hidden),
              static_cast<long long>(encoder.heads), static_cast<long long>(encoder.vocab_size),
              core::grouped(parameter_count(bundle)).c_str());
  std::printf("  window        %lld tokens, overlap %lld; normaliser version %d\n",
              static_cast<long long>(preprocess.max_tokens), static_cast<long long>(preprocess.stride),
              preprocess.normalizer_version);
}

void print_image_network(const io::Bundle& bundle) {
  const auto& image = bundle.manifest.image;
  const auto& preprocess = bundle.manifest.image_preprocess;
  const auto network = core::build_network(image);
  const auto cost = network ? core::cost_of(*network) : Result<core::NetworkCost>(core::NetworkCost{});
  std::printf("  network       %s, %zu layers, %s parameters, %.1f million multiply-adds\n", image.name.c_str(),
              network ? network->layers.size() : 0, core::grouped(parameter_count(bundle)).c_str(),
              cost ? static_cast<double>(cost->multiply_adds) / 1e6 : 0.0);
  std::printf("  input         %lldx%lld %s, crop margin %.2f%s\n", static_cast<long long>(preprocess.width),
              static_cast<long long>(preprocess.height), preprocess.channels == 1 ? "grey" : "RGB", preprocess.margin,
              preprocess.flip_average ? ", averaged with the mirror image" : "");
}

/// What `emo calibrate` gave a head.
void print_calibration(const std::string& head, const io::HeadCalibration& calibration) {
  constexpr double kPercent = 100;
  std::printf("  calibrated    %s: %s on %s, %s rows\n", head.c_str(), calibration.method.c_str(),
              shown_line(calibration.data).c_str(),
              core::grouped(static_cast<std::uint64_t>(calibration.rows)).c_str());
  if (const auto& sets = calibration.conformal) {
    std::printf("  label sets    %s: hold the right label of %g %% of %s\n", head.c_str(), kPercent * sets->coverage,
                sets->class_conditional ? "the rows of each class" : "rows");
  }
  if (const auto& target = calibration.abstention) {
    std::printf("  abstains      %s: below a score of %.4f, so that at most %g %% of the answers are wrong\n",
                head.c_str(), target->min_confidence, kPercent * target->risk);
  }
}

void print_pretty(const io::Bundle& bundle) {
  const auto& manifest = bundle.manifest;
  unsigned long long bytes = 0;
  for (const auto& [name, tensor] : bundle.weights.tensors()) bytes += tensor.bytes.size();
  std::printf("%s %s (%s)\n", manifest.name.c_str(), manifest.version.c_str(), shown_line(bundle.directory).c_str());
  std::printf("  weights       %s, %.1f MB\n", manifest.quantization == io::Quantization::kInt8 ? "int8" : "fp32",
              static_cast<double>(bytes) / 1e6);
  if (manifest.task == io::Task::kText) {
    print_text_encoder(bundle);
  } else {
    print_image_network(bundle);
  }
  if (!manifest.languages.empty())
    std::printf("  languages     %s\n", shown_line(core::joined(manifest.languages)).c_str());
  for (const auto& head : manifest.heads) {
    std::printf("  head %-8s %zu labels, %s: %s\n", head.name.c_str(), head.labels.size(),
                head.activation == core::HeadActivation::kSoftmax ? "one of" : "any of",
                core::joined(head.labels).c_str());
    if (head.calibration) print_calibration(head.name, *head.calibration);
  }
  for (const auto& data : manifest.provenance.datasets) {
    std::printf("  trained on    %s %s, %s rows%s\n", shown_line(data.name).c_str(), shown_line(data.split).c_str(),
                core::grouped(static_cast<std::uint64_t>(data.rows)).c_str(),
                shown_line(licence_of(data.licence)).c_str());
  }
  if (!manifest.provenance.base_weights.empty()) {
    std::printf("  base weights  %s%s\n", shown_line(manifest.provenance.base_weights).c_str(),
                shown_line(licence_of(manifest.provenance.base_licence)).c_str());
  }
  for (const auto& teacher : manifest.provenance.teachers)
    std::printf("  taught by     %s\n", shown_line(teacher).c_str());
  for (const auto& metric : manifest.metrics) {
    std::printf("  measured      %s %.4f on %s %s (n = %s)\n", shown_line(metric.name).c_str(), metric.value,
                shown_line(metric.dataset).c_str(), shown_line(metric.split).c_str(),
                core::grouped(static_cast<std::uint64_t>(metric.n)).c_str());
  }
}

int run_info(const std::string& name, const Context& context) {
  const auto folder = choose_argument_or_model(context, name);
  if (!folder) return fail(folder.error());
  const auto bundle = io::open_bundle(*folder, io::HashCheck::kSkip);
  if (!bundle) return fail(bundle.error());
  if (result_format(context.global) == Format::kPretty) {
    print_pretty(*bundle);
  } else {
    print_record(record_of(io::to_json(bundle->manifest)), context);
  }
  return 0;
}

}  // namespace

void add_info_command(CLI::App& app, Context& context) {
  auto* sub = app.add_subcommand("info", "What a bundle is: architecture, labels, data, licences, metrics");
  auto name = std::make_shared<std::string>();
  sub->add_option("BUNDLE", *name, "Folder or name of a bundle (default: the bundled text model)")->check(check_name);
  add_global_options(*sub, context.global);
  say_without_effect(*sub, {"--top-k", "--threads"});
  sub->footer("Example:\n  emo info text-en --format json");
  sub->callback([name, &context] { context.action = [name, &context] { return run_info(*name, context); }; });
}

}  // namespace emo::cli
