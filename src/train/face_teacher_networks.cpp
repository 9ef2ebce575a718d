// Teachers as networks of libtorch, asked about every random view. Loading is face_start's and image_deploy's work.
// What is done with the answers, the task knows; teachers asked once are face_teachers.cpp's.
#include "train/face_teacher_networks.hpp"

#include <utility>

#include "train/face_start.hpp"
#include "train/image_deploy.hpp"

namespace emo::train {
namespace {

// Half precision is enough for what is learnt from an answer, and several times as fast where there is hardware for it.
at::ScalarType type_on(at::Device device) {
  return device.is_cpu() ? at::kFloat : at::kHalf;
}

// At the network's size; a grey picture is shown to a network that reads colour in each of its channels.
at::Tensor views_for(const core::ImageNetwork& network, const at::Tensor& views) {
  at::Tensor out = views;
  if (out.size(2) != network.height || out.size(3) != network.width) {
    out = at::upsample_bilinear2d(out, {network.height, network.width}, false);
  }
  if (out.size(1) == network.channels) return out;
  return out.expand({-1, network.channels, -1, -1}).contiguous(at::MemoryFormat::ChannelsLast);
}

// As it is deployed: branches and normalisation are folded into the convolutions.
Result<ImageModule> network_of(const FaceStart& start, at::Device device) {
  EMO_ASSIGN(auto network, core::build_network(start.architecture));
  for (auto& layer : network.layers) layer.branches = layer.batch_norm = false;
  ImageModule module(std::move(network), 0, device);
  EMO_TRY(assign_deployed(start.weights, module));
  for (auto& [name, value] : module.parameters()) {
    value.set_requires_grad(false);
    value.set_data(value.to(type_on(device)));
  }
  return module;
}

}  // namespace

Result<TeacherNetworks> TeacherNetworks::load(const FaceTrainConfig& config, std::int64_t channels, at::Device device) {
  TeacherNetworks out;
  if (device.is_cpu()) out.precision_ = config.precision;
  for (const auto& path : config.teachers) {
    EMO_ASSIGN(const auto start, face_start_from(path, models::InStep::kMiddle));
    if (start.architecture.channels != channels && channels != 1) {
      return Error{ErrorCode::kUnsupported, "teacher " + path + " reads pictures of " +
                                                std::to_string(start.architecture.channels) +
                                                " channels, those here have " + std::to_string(channels) +
                                                ": ask it with teacher_view \"plain\""};
    }
    EMO_ASSIGN(auto module, network_of(start, device));
    EMO_ASSIGN(auto heads, shared_heads(config.heads, start.heads, path));
    Teacher teacher{std::move(module), std::move(heads), {}};
    for (const auto& head : teacher.heads) {
      const std::vector<std::int64_t> columns(head.columns.begin(), head.columns.end());
      const auto classes = static_cast<std::int64_t>(columns.size());
      teacher.columns.push_back(tensor_of(std::span<const std::int64_t>(columns), {classes}).to(device));
    }
    out.names_.push_back(start.base_weights);
    out.teachers_.push_back(std::move(teacher));
  }
  return out;
}

void TeacherNetworks::answer(FaceBatch& batch) {
  const at::NoGradGuard no_grad;
  EMO_ASSERT(batch.unspoilt.defined());
  for (auto& taught : batch.teacher) taught = at::Tensor();
  std::vector<double> asked(batch.teacher.size(), 0.0);
  for (auto& teacher : teachers_) {
    const at::Tensor views = views_for(teacher.module.network(), batch.unspoilt);
    const auto logits = teacher.module.forward(views.to(type_on(views.device())), false, precision_);
    for (std::size_t i = 0; i < teacher.heads.size(); ++i) {
      const auto& head = teacher.heads[i];
      const at::Tensor answer = at::softmax(logits[head.theirs].to(at::kFloat), 1).index_select(1, teacher.columns[i]);
      at::Tensor& sum = batch.teacher[head.ours];
      sum = sum.defined() ? sum + answer : answer;
      asked[head.ours] += 1;
    }
  }
  for (std::size_t h = 0; h < batch.teacher.size(); ++h) {
    if (batch.teacher[h].defined()) batch.teacher[h] = batch.teacher[h] / asked[h];
  }
}

}  // namespace emo::train
