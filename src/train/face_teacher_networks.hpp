// Teachers that are asked about the very views a network learns from.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "train/face_batches.hpp"
#include "train/face_config.hpp"
#include "train/face_teachers.hpp"
#include "train/image_module.hpp"

namespace emo::train {

/// Bundles as networks of libtorch, on the device of the training. Not thread-safe.
class TeacherNetworks {
 public:
  /// The bundles of config.teachers; their heads answer for heads of the same name and classes. `channels` is that of
  /// the training pictures; grey ones are read by teachers of colour too. Errors: those of face_start_from;
  /// kUnsupported (colour pictures and a teacher of grey ones), kInvalidData (a teacher without any head of ours).
  static Result<TeacherNetworks> load(const FaceTrainConfig& config, std::int64_t channels, at::Device device);

  /// Fills batch.teacher: per head the mean of the teachers' probabilities for batch.unspoilt (on the device), in the
  /// size and channels of each teacher's own input. Precondition: batch.unspoilt is defined.
  void answer(FaceBatch& batch);

  /// Lineage of every teacher, for the manifest.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  struct Teacher {
    ImageModule module;
    std::vector<SharedHead> heads;
    std::vector<at::Tensor> columns;  ///< those of `heads`, on the device
  };
  std::vector<Teacher> teachers_;
  Precision precision_ = Precision::kFloat32;  ///< on a GPU the networks themselves are of half precision
  std::vector<std::string> names_;
};

}  // namespace emo::train
