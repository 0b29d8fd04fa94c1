// SPDX-License-Identifier: Apache-2.0
// The body beside MuJoCo and Simbody, on the same model and the same targets: a wave on hands and knees.
#include "mujoco_body.h"
#include "simbody_model.h"
#include "wave.h"

#include "body/contacts.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace {

using namespace supple;
using bench::frames;
using bench::Wave;
using geometry::Rotation;
using geometry::Vec3;

const Wave& wave() {
  static const Wave made;
  return made;
}

void our_kinematics(benchmark::State& state) {
  const Wave& w = wave();
  std::size_t n = 0;
  body::Bones bones;
  for (auto _ : state) {
    lay_bones(w.skeleton, w.joints[n++ % frames], bones);
    benchmark::DoNotOptimize(bones);
  }
}

// MuJoCo's state is set outside of what is measured where it can be: here every frame has its own.
struct Mujoco {
  bench::MujocoBody body{wave().skeleton, wave().segments};
  std::vector<std::vector<mjtNum>> positions;
  std::vector<std::vector<mjtNum>> wanted;

  Mujoco() {
    const auto kept = [&](const body::Bones& bones) {
      body.set(wave().skeleton, bones, {});
      return std::vector<mjtNum>(body.data()->qpos, body.data()->qpos + body.model()->nq);
    };
    for (int i = 0; i < frames; ++i) {
      positions.push_back(kept(wave().held[static_cast<std::size_t>(i)]));
      wanted.push_back(kept(wave().wanted[static_cast<std::size_t>(i)]));
    }
  }

  void take(const std::vector<mjtNum>& q) const { std::ranges::copy(q, body.data()->qpos); }
};

const Mujoco& mujoco() {
  static const Mujoco made;
  return made;
}

void mujoco_kinematics(benchmark::State& state) {
  const Mujoco& m = mujoco();
  std::size_t n = 0;
  for (auto _ : state) {
    m.take(m.positions[n++ % frames]);
    mj_kinematics(m.body.model(), m.body.data());
    benchmark::DoNotOptimize(m.body.data()->xpos);
  }
}

void our_contacts(benchmark::State& state) {
  const Wave& w = wave();
  std::size_t n = 0;
  double steps = 0;
  body::Bones bones;
  for (auto _ : state) {
    steps += hold_contacts(w.skeleton, w.intents[n++ % frames], bones).steps;
    benchmark::DoNotOptimize(bones);
  }
  state.SetLabel(std::to_string(steps / static_cast<double>(state.iterations())) + " steps");
}

// Gauss and Newton through MuJoCo's Jacobians: the same contacts, the same give of the joints, to 1e-6 m.
class JacobianSearch {
public:
  JacobianSearch() {
    const mjModel* model = mujoco().body.model();
    give_.resize(static_cast<std::size_t>(model->nv));
    for (std::size_t i = 0; i < body::link_count; ++i) {
      const int at = mujoco().body.velocity_at(i);
      const int size = i == 0 ? 6 : is_hinge(static_cast<body::Link>(i)) ? 1 : 3;
      for (int k = 0; k < size; ++k)
        give_[static_cast<std::size_t>(at + k)] = i == 0 && k < 3 ? 0.1 : wave().skeleton.give[i];
    }
    for (std::size_t c = 0; c < body::contact_count; ++c)
      if (body::firmness(wave().intents[0], static_cast<body::Contact>(c)) == 1)
        contacts_.push_back(static_cast<body::Contact>(c));
    rows_ = 3 * contacts_.size();
    jacobian_.resize(rows_ * give_.size());
    matrix_.resize(rows_ * rows_);
    rest_.resize(rows_);
    turn_.resize(give_.size());
  }

  int run(std::size_t frame) {
    const mjModel* model = mujoco().body.model();
    mjData* data = mujoco().body.data();
    mujoco().take(mujoco().wanted[frame]);
    const body::Intent& intent = wave().intents[frame];
    for (int step = 1; step < 20; ++step) {
      mj_kinematics(model, data);
      mj_comPos(model, data);
      if (miss(intent) < 1e-6) return step;
      const std::size_t nv = give_.size();
      for (std::size_t i = 0; i < rows_; ++i)
        for (std::size_t k = 0; k <= i; ++k) {
          double sum = i == k ? 1e-9 : 0;
          for (std::size_t v = 0; v < nv; ++v)
            sum += jacobian_[i * nv + v] * give_[v] * jacobian_[k * nv + v];
          matrix_[i * rows_ + k] = sum;
        }
      mju_cholFactor(matrix_.data(), static_cast<int>(rows_), 1e-12);
      mju_cholSolve(rest_.data(), matrix_.data(), rest_.data(), static_cast<int>(rows_));
      for (std::size_t v = 0; v < nv; ++v) {
        double sum = 0;
        for (std::size_t i = 0; i < rows_; ++i)
          sum += jacobian_[i * nv + v] * rest_[i];
        turn_[v] = give_[v] * sum;
      }
      mj_integratePos(model, data->qpos, turn_.data(), 1);
    }
    return 20;
  }

private:
  double miss(const body::Intent& intent) {
    double worst = 0;
    for (std::size_t c = 0; c < contacts_.size(); ++c) {
      const std::size_t link = index(link_of(contacts_[c]));
      const int body = mujoco().body.body_of(link);
      const mjData* data = mujoco().body.data();
      const Vec3 touch = wave().skeleton.touch[index(contacts_[c])];
      const mjtNum local[3]{touch.x, touch.y, touch.z};
      mjtNum place[3];
      mju_rotVecMat(place, local, data->xmat + 9 * body);
      mju_addTo3(place, data->xpos + 3 * body);
      mj_jac(mujoco().body.model(), data, &jacobian_[3 * c * give_.size()], nullptr, place, body);
      const Vec3 needed = needed_place(intent, contacts_[c]);
      rest_[3 * c] = needed.x - place[0], rest_[3 * c + 1] = needed.y - place[1],
                rest_[3 * c + 2] = needed.z - place[2];
      for (std::size_t k = 0; k < 3; ++k)
        worst = std::max(worst, std::fabs(rest_[3 * c + k]));
    }
    return worst;
  }

  std::vector<body::Contact> contacts_;
  std::size_t rows_ = 0;
  std::vector<mjtNum> give_, jacobian_, matrix_, rest_, turn_;
};

void mujoco_contacts(benchmark::State& state) {
  JacobianSearch search;
  std::size_t n = 0;
  double steps = 0;
  for (auto _ : state)
    steps += search.run(n++ % frames);
  state.SetLabel(std::to_string(steps / static_cast<double>(state.iterations())) + " steps");
}

body::Movement some_movement() {
  body::Movement m;
  for (std::size_t i = 0; i < body::link_count; ++i) {
    m.turning[i] = {0, 0, 0.3};
    m.turning_change[i] = {0, 0, 0.2};
  }
  return m;
}

void our_dynamics(benchmark::State& state) {
  const Wave& w = wave();
  const body::Movement movement = some_movement();
  std::size_t n = 0;
  body::Bones bones;
  for (auto _ : state) {
    lay_bones(w.skeleton, w.joints[n++ % frames], bones);
    benchmark::DoNotOptimize(efforts_of(w.skeleton, w.segments, bones, movement));
  }
}

void mujoco_dynamics(benchmark::State& state) {
  const Mujoco& m = mujoco();
  m.body.set(wave().skeleton, wave().held[0], some_movement());
  std::vector<mjtNum> result(static_cast<std::size_t>(m.body.model()->nv));
  std::size_t n = 0;
  for (auto _ : state) {
    m.take(m.positions[n++ % frames]);
    mj_kinematics(m.body.model(), m.body.data());
    mj_comPos(m.body.model(), m.body.data());
    mj_comVel(m.body.model(), m.body.data());
    mj_rne(m.body.model(), m.body.data(), 1, result.data());
    benchmark::DoNotOptimize(result.data());
  }
}

// As of MuJoCo: every frame has its own state.
struct Simbody {
  std::unique_ptr<bench::SimbodyBody> body = bench::simbody_of(wave().skeleton, wave().segments, &wave().intents[0]);
  std::vector<std::vector<double>> positions, wanted;

  Simbody() {
    for (std::size_t i = 0; i < frames; ++i) {
      positions.push_back(bench::coordinates_of(*body, wave().skeleton, wave().held[i]));
      wanted.push_back(bench::coordinates_of(*body, wave().skeleton, wave().wanted[i]));
    }
  }
};

Simbody& simbody() {
  static Simbody made;
  return made;
}

void simbody_kinematics(benchmark::State& state) {
  std::size_t n = 0;
  for (auto _ : state)
    simbody().body->kinematics(simbody().positions[n++ % frames]);
}

void simbody_contacts(benchmark::State& state) {
  std::size_t n = 0;
  double worst = 0;
  for (auto _ : state)
    worst = std::max(worst, simbody().body->project(simbody().wanted[n++ % frames]));
  state.SetLabel("within " + std::to_string(worst) + " m");
}

void simbody_dynamics(benchmark::State& state) {
  std::size_t n = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(simbody().body->dynamics(simbody().positions[n++ % frames]));
}

void a_whole_frame(benchmark::State& state) {
  const Wave& w = wave();
  std::size_t n = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(body::pose(w.skeleton, w.intents[n++ % frames]));
}

BENCHMARK(mujoco_kinematics)->Name("forward kinematics of MuJoCo");
BENCHMARK(simbody_kinematics)->Name("forward kinematics of Simbody beside forward kinematics of MuJoCo");
BENCHMARK(our_kinematics)->Name("forward kinematics beside forward kinematics of MuJoCo");
BENCHMARK(mujoco_contacts)->Name("Gauss-Newton on the Jacobians of MuJoCo");
BENCHMARK(simbody_contacts)->Name("projection of Simbody beside Gauss-Newton on the Jacobians of MuJoCo");
BENCHMARK(our_contacts)->Name("contact solve beside Gauss-Newton on the Jacobians of MuJoCo");
BENCHMARK(mujoco_dynamics)->Name("inverse dynamics of MuJoCo");
BENCHMARK(simbody_dynamics)->Name("inverse dynamics of Simbody beside inverse dynamics of MuJoCo");
BENCHMARK(our_dynamics)->Name("inverse dynamics beside inverse dynamics of MuJoCo");
BENCHMARK(a_whole_frame)->Name("a whole posed frame beside Gauss-Newton on the Jacobians of MuJoCo");

} // namespace
