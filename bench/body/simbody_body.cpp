// SPDX-License-Identifier: Apache-2.0
#include "simbody_body.h"

#include <Simbody.h>

#include <algorithm>

namespace supple::bench {

namespace {

SimTK::Vec3 vec(const std::array<double, 3>& v) {
  return {v[0], v[1], v[2]};
}

SimTK::Rotation rotation(const std::array<double, 4>& q) {
  return SimTK::Rotation(SimTK::Quaternion(q[0], q[1], q[2], q[3]));
}

SimTK::Body::Rigid rigid(const SimbodyLink& link) {
  const auto& i = link.inertia;
  const SimTK::Inertia about_centre(i[0], i[1], i[2], i[3], i[4], i[5]);
  return SimTK::Body::Rigid(SimTK::MassProperties(link.mass_kg, vec(link.centre),
                                                  about_centre.shiftFromMassCenter(vec(link.centre), link.mass_kg)));
}

} // namespace

struct SimbodyBody::Parts {
  SimTK::MultibodySystem system;
  SimTK::SimbodyMatterSubsystem matter{system};
  SimTK::GeneralForceSubsystem forces{system};
  SimTK::Force::Gravity gravity;
  std::vector<SimTK::MobilizedBody> bodies;
  std::vector<bool> hinges;
  std::vector<SimbodyContact> contacts;
  SimTK::State state, free_state;

  explicit Parts(double g) : gravity(forces, matter, SimTK::Vec3(0, 0, -g)) {}

  void take(SimTK::State& to, const std::vector<double>& q) const { std::copy(q.begin(), q.end(), &to.updQ()[0]); }
};

SimbodyBody::SimbodyBody(const std::vector<SimbodyLink>& links, const std::vector<SimbodyContact>& contacts,
                         double gravity)
    : parts_(std::make_unique<Parts>(gravity)) {
  Parts& p = *parts_;
  p.contacts = contacts;
  for (const SimbodyLink& link : links) {
    p.hinges.push_back(link.hinge);
    const SimTK::Transform here(rotation(link.rest), vec(link.offset));
    if (link.parent < 0) {
      p.bodies.push_back(
          SimTK::MobilizedBody::Free(p.matter.Ground(), SimTK::Transform(), rigid(link), SimTK::Transform()));
      continue;
    }
    SimTK::MobilizedBody& carrier = p.bodies[static_cast<std::size_t>(link.parent)];
    if (link.hinge)
      p.bodies.push_back(SimTK::MobilizedBody::Pin(carrier, here, rigid(link), SimTK::Transform()));
    else
      p.bodies.push_back(SimTK::MobilizedBody::Ball(carrier, here, rigid(link), SimTK::Transform()));
  }
  std::vector<SimTK::Constraint> held;
  for (const SimbodyContact& contact : contacts)
    held.push_back(SimTK::Constraint::Ball(p.matter.Ground(), vec(contact.place),
                                           p.bodies[static_cast<std::size_t>(contact.link)], vec(contact.touch)));
  p.state = p.system.realizeTopology();
  p.system.realizeModel(p.state);
  p.free_state = p.state;
  for (const SimTK::Constraint& constraint : held)
    constraint.disable(p.free_state);
  p.system.realizeModel(p.free_state);
}

SimbodyBody::~SimbodyBody() = default;

std::vector<double> SimbodyBody::coordinates(const std::array<double, 3>& place,
                                             const std::vector<std::array<double, 4>>& turned) {
  Parts& p = *parts_;
  for (std::size_t i = 0; i < p.bodies.size(); ++i) {
    p.bodies[i].setQToFitRotation(p.state, rotation(turned[i]));
    if (i == 0) p.bodies[i].setQToFitTranslation(p.state, vec(place));
  }
  const SimTK::Vector& q = p.state.getQ();
  std::vector<double> out(static_cast<std::size_t>(q.size()));
  for (int i = 0; i < q.size(); ++i)
    out[static_cast<std::size_t>(i)] = q[i];
  return out;
}

void SimbodyBody::kinematics(const std::vector<double>& coordinates) {
  parts_->take(parts_->free_state, coordinates);
  parts_->system.realize(parts_->free_state, SimTK::Stage::Position);
}

std::array<double, 3> SimbodyBody::place_of(int link) const {
  const SimTK::Vec3 place = parts_->bodies[static_cast<std::size_t>(link)].getBodyOriginLocation(parts_->free_state);
  return {place[0], place[1], place[2]};
}

double SimbodyBody::dynamics(const std::vector<double>& coordinates) {
  Parts& p = *parts_;
  p.take(p.free_state, coordinates);
  p.free_state.updU().setTo(0.3);
  p.system.realize(p.free_state, SimTK::Stage::Velocity);
  SimTK::Vector udot(p.free_state.getNU(), 0.2), residual;
  p.matter.calcResidualForceIgnoringConstraints(p.free_state, SimTK::Vector(), p.gravity.getBodyForces(p.free_state),
                                                udot, residual);
  return residual[0];
}

double SimbodyBody::project(const std::vector<double>& coordinates) {
  Parts& p = *parts_;
  p.take(p.state, coordinates);
  p.system.realize(p.state, SimTK::Stage::Position);
  p.system.projectQ(p.state, 1e-6);
  double worst = 0;
  for (const SimbodyContact& contact : p.contacts) {
    const SimTK::Vec3 at =
        p.bodies[static_cast<std::size_t>(contact.link)].findStationLocationInGround(p.state, vec(contact.touch));
    worst = std::max(worst, (at - vec(contact.place)).norm());
  }
  return worst;
}

} // namespace supple::bench
