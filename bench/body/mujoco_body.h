// SPDX-License-Identifier: Apache-2.0
// Our body as a MuJoCo model: the same joints, offsets, masses and inertias.
#pragma once

#include "body/loads.h"

#include <mujoco/mujoco.h>

#include <memory>

namespace supple::bench {

struct ModelDeleter {
  void operator()(mjModel* model) const { mj_deleteModel(model); }

  void operator()(mjData* data) const { mj_deleteData(data); }
};

class MujocoBody {
public:
  MujocoBody(const body::Skeleton& skeleton, const body::Segments& segments);

  [[nodiscard]] const mjModel* model() const { return model_.get(); }

  [[nodiscard]] mjData* data() const { return data_.get(); }

  /// The state and the movement, in MuJoCo's coordinates.
  void set(const body::Skeleton& skeleton, const body::Bones& bones, const body::Movement& movement) const;

  [[nodiscard]] int body_of(std::size_t link) const { return number_[link] + 1; }

  [[nodiscard]] int velocity_at(std::size_t link) const { return model_->jnt_dofadr[number_[link]]; }

  [[nodiscard]] int position_at(std::size_t link) const { return model_->jnt_qposadr[number_[link]]; }

private:
  std::array<int, body::link_count> number_{}; // of a link among MuJoCo's bodies, which go depth first
  std::unique_ptr<mjModel, ModelDeleter> model_;
  std::unique_ptr<mjData, ModelDeleter> data_;
};

/// The joint's rotation from rest, of these bones.
[[nodiscard]] geometry::Rotation joint_of(const body::Skeleton& skeleton, const body::Bones& bones, std::size_t link);

} // namespace supple::bench
