// One function per family of image networks. Extents have been checked by build_network(). Private to src/core.
#pragma once

#include "core/image_network.hpp"

namespace emo::core {

/// 3x3 convolutions only: stem at full size (or of squares of pixels, see stem_stride), then stages that each begin
/// with stride 2. `branches`: trained in the re-parameterised form of RepVGG (Ding et al. 2021).
ImageNetwork plain_network(const ImageArchitecture& architecture, bool branches);

/// ResNet (He et al. 2015) with basic blocks, or with bottlenecks whose 3x3 convolution carries the stride; layer names
/// as in torchvision.
ImageNetwork residual_network(const ImageArchitecture& architecture, bool bottleneck);

/// Residual stages whose blocks end in a channel gate and a spatial gate (Woo et al. 2018, with the mean alone in the
/// channel gate).
ImageNetwork attention_network(const ImageArchitecture& architecture);

/// MobileNet (Howard et al. 2017): a stem of half the first width, then pairs of a depthwise 3x3 and a 1x1 convolution,
/// ReLU6, borders as TensorFlow's "same" at the nominal size.
ImageNetwork mobilenet_v1_network(const ImageArchitecture& architecture);

/// MobileNetV2 (Sandler et al. 2018): inverted residuals, ReLU6.
ImageNetwork mobilenet_network(const ImageArchitecture& architecture);

/// EfficientNet-Lite0 (Tan & Le 2019, without squeeze-excitation): inverted residuals of 3x3 and 5x5, ReLU6, borders as
/// TensorFlow's "same" at the nominal size.
ImageNetwork efficientnet_lite_network(const ImageArchitecture& architecture);

/// Vision transformer (Dosovitskiy et al. 2020), pre-norm, mean over the tokens instead of a class token.
ImageNetwork vision_transformer(const ImageArchitecture& architecture);

/// UltraFace RFB (Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB). Outputs: class scores and box offsets of four
/// maps, in turn. Its convolutions are in the order of the published ONNX graph.
ImageNetwork ultraface_network(const ImageArchitecture& architecture);

}  // namespace emo::core
