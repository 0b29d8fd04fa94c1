// SPDX-License-Identifier: Apache-2.0
// Masses and loads as relations: weight is carried, flesh gives to one part of her what it takes from another, power is
// the change of energy, the mass matrix is symmetric.
#include "body/loads.h"

#include "body/stance.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace supple::body {
namespace {

using geometry::Vec3;
using vocabulary::Posture;

double whole_kg(const Segments& segments) {
  return std::accumulate(segments.begin(), segments.end(), 0.0,
                         [](double sum, const Segment& s) { return sum + s.mass_kg; });
}

TEST(Segments, WeighWhatSheWeighs) {
  EXPECT_NEAR(whole_kg(segments_of(skeleton_of({.week = 4}))), 61.9 + 1.25 * 4 / 13, 0.02);
  EXPECT_NEAR(whole_kg(segments_of(skeleton_of({.week = 40}))), 61.9 + 1.25 + 0.42 * 27, 0.02);
  EXPECT_NEAR(whole_kg(segments_of(skeleton_of({.week = 40, .weeks_after_birth = 8}))), 61.9, 0.02);
  EXPECT_NEAR(whole_kg(segments_of(skeleton_of({.week = 4, .mass_before_kg = 80}))), 80.385, 0.05);
}

TEST(Segments, GrowInTheLowerTrunk) {
  const Segments early = segments_of(skeleton_of({.week = 15})), late = segments_of(skeleton_of({.week = 35}));
  EXPECT_NEAR(late[index(Link::L3)].mass_kg - early[index(Link::L3)].mass_kg, 20 * 0.29, 0.1);
  EXPECT_GT(late[index(Link::L3)].centre.y, early[index(Link::L3)].centre.y + 0.03);
}

TEST(Segments, ArePhysical) {
  for (const double week : {4.0, 24.0, 42.0})
    for (const Segment& s : segments_of(skeleton_of({.week = week}))) {
      EXPECT_GT(s.mass_kg, 0);
      EXPECT_LE(s.inertia.xx, s.inertia.yy + s.inertia.zz + 1e-12);
      EXPECT_LE(s.inertia.yy, s.inertia.xx + s.inertia.zz + 1e-12);
      EXPECT_LE(s.inertia.zz, s.inertia.xx + s.inertia.yy + 1e-12);
    }
}

struct Carried {
  Skeleton skeleton;
  Segments segments;
  Bones bones;
  Loads loads;
  double weight_N;
};

Carried resting(const Person& person, const Intent& intent) {
  const Skeleton skeleton = skeleton_of(person);
  const Segments segments = segments_of(skeleton);
  const Pose p = pose(skeleton, intent);
  return {skeleton, segments, p.links, loads_of(skeleton, segments, intent, p.links, {}), whole_kg(segments) * gravity};
}

Carried resting(Posture posture, const Person& person = {}) {
  return resting(person, intent_of(person, posture, {}, vocabulary::Side::none, {}).intent);
}

double up(const Loads& loads) {
  double sum = 0;
  for (const Vec3 force : loads.support)
    sum += force.z;
  return sum;
}

TEST(Loads, TheContactsCarryHerWeight) {
  for (const Posture posture : {Posture::all_fours, Posture::childs_pose, Posture::standing, Posture::supine,
                                Posture::chair, Posture::plank, Posture::down_dog, Posture::heel_sit}) {
    SCOPED_TRACE(std::string(vocabulary::name(posture)));
    const Carried c = resting(posture);
    EXPECT_NEAR(up(c.loads), c.weight_N, 0.02 * c.weight_N);
    EXPECT_LT(c.loads.unbalanced_N, 0.05 * c.weight_N);
    for (const Vec3 force : c.loads.support)
      EXPECT_GE(force.z, -1e-6);
  }
}

TEST(Loads, EveryPostureIsInBalance) {
  for (int i = 0; i < vocabulary::posture_count; ++i)
    for (const double week : {4.0, 12.0, 24.0, 38.0, 42.0}) {
      const auto posture = static_cast<Posture>(i);
      SCOPED_TRACE(std::string(vocabulary::name(posture)) + ", week " + std::to_string(week));
      EXPECT_LT(resting(posture, {.week = week}).loads.unbalanced_N, 1e-3);
    }
}

Vec3 centre_of_mass(const Carried& c) {
  Vec3 centre;
  for (std::size_t i = 0; i < link_count; ++i)
    centre = centre + (c.bones.place[i] + c.bones.turned[i] * c.segments[i].centre) *
                          (c.segments[i].mass_kg * gravity / c.weight_N);
  return centre;
}

TEST(Loads, InTheSquatHerWeightIsBetweenAnklesAndBallsOfTheFeet) {
  for (const double week : {4.0, 12.0, 24.0, 27.0, 30.0, 38.0, 42.0})
    for (const bool close : {false, true}) {
      SCOPED_TRACE(week);
      const Carried c = resting(Posture::squat, {.week = week, .knees_close = close});
      const double ahead = centre_of_mass(c).x - place_of(c.skeleton, c.bones, Contact::ankle_left).x;
      EXPECT_GT(ahead, 0.01);
      EXPECT_LT(ahead, 0.08);
    }
}

// Of a contact on the mat.
TEST(Loads, NothingIsHeldAlongTheMatByMoreThanFriction) {
  for (int i = 0; i < vocabulary::posture_count; ++i)
    for (const double week : {12.0, 38.0}) {
      const auto posture = static_cast<Posture>(i);
      SCOPED_TRACE(std::string(vocabulary::name(posture)) + ", week " + std::to_string(week));
      for (const Vec3 force : resting(posture, {.week = week}).loads.support)
        EXPECT_LE(length(Vec3{force.x, force.y, 0}), 0.6 * force.z + 1e-6);
    }
}

double part_on(const Carried& c, std::initializer_list<Contact> contacts) {
  double sum = 0;
  for (const Contact contact : contacts)
    sum += c.loads.support[index(contact)].z;
  return sum / c.weight_N;
}

double on_hands(const Carried& c) {
  return part_on(c, {Contact::wrist_left, Contact::wrist_right, Contact::fingertip_left, Contact::fingertip_right,
                     Contact::elbow_left, Contact::elbow_right});
}

double on_feet(const Carried& c) {
  return part_on(c, {Contact::ankle_left, Contact::ankle_right, Contact::toe_left, Contact::toe_right});
}

double moment(const Carried& c, Link link) {
  return length(c.loads.efforts.moment[index(link)]);
}

// Arms and hands are 9 % of her weight.
TEST(Loads, NobodyRestsOnHerHandsLyingDown) {
  for (const double week : {12.0, 24.0, 38.0}) {
    SCOPED_TRACE(week);
    const Carried lying = resting(Posture::supine, {.week = week}), lifted = resting(Posture::bridge, {.week = week});
    for (const Carried* c : {&lying, &lifted}) {
      EXPECT_LT(on_hands(*c), 0.09);
      EXPECT_LT(moment(*c, Link::upper_arm_left), 5);
    }
    EXPECT_GT(part_on(lying, {Contact::back_sacrum, Contact::back_T5, Contact::head_back}), 0.7);
    EXPECT_GT(part_on(lying, {Contact::back_sacrum}), 0.3);
    EXPECT_GT(part_on(lifted, {Contact::back_T5}), 0.4);
    EXPECT_GT(on_feet(lifted), 1.5 * on_feet(lying));
  }
}

// Were the feet to bear nothing, hands and knees would share her weight as their distances to her centre of mass.
TEST(Loads, OnHandsAndKneesTheFeetBearNoMoreThanTheShanksWeigh) {
  for (const double week : {12.0, 24.0, 38.0}) {
    SCOPED_TRACE(week);
    const Carried c = resting(Posture::all_fours, {.week = week});
    const double knees = c.skeleton.knee.x, hands = bears_at(c.skeleton, c.bones, Contact::wrist_left).x;
    const double alone = (centre_of_mass(c).x - knees) / (hands - knees);
    const double shanks =
        2 * gravity * (c.segments[index(Link::shank_left)].mass_kg + c.segments[index(Link::foot_left)].mass_kg);
    EXPECT_GT(on_hands(c), alone);
    EXPECT_LT(on_hands(c), alone + 0.06);
    EXPECT_LT(on_feet(c), 0.5 * shanks / c.weight_N);
  }
}

// The lower leg and arm lie on the mat, though nothing holds them there.
TEST(Loads, LyingOnHerSideTheLowerLimbsKeepHerFromRolling) {
  for (const double week : {16.0, 24.0, 38.0}) {
    SCOPED_TRACE(week);
    const Carried c = resting(Posture::side_lying, {.week = week});
    EXPECT_GT(part_on(c, {Contact::knee_left, Contact::ankle_left, Contact::elbow_left}), 0.15);
    EXPECT_LT(moment(c, Link::L5), 20);
  }
}

TEST(Loads, OnHandsAndKneesTheKneesCarryMoreThanTheHands) {
  const Loads loads = resting(Posture::all_fours).loads;
  const auto on = [&](Contact of_left) {
    return loads.support[index(of_left)].z + loads.support[index(body::on(of_left, right))].z;
  };
  const double hands = on(Contact::wrist_left) + on(Contact::fingertip_left), all = up(loads);
  EXPECT_GT(hands, 0.25 * all);
  EXPECT_LT(hands, 0.5 * all);
  EXPECT_NEAR(loads.support[index(Contact::knee_left)].z, loads.support[index(Contact::knee_right)].z, 1e-6);
}

// A place of flesh.h in the world, of her left or right as the press is.
Vec3 place_of(const Carried& c, std::size_t press, Link of_left, Vec3 place) {
  const std::size_t link = index(press % 2 == 0 ? of_left : mirrored(of_left));
  const Vec3 at = place * c.skeleton.scale;
  return c.bones.place[link] + c.bones.turned[link] * Vec3{at.x, at.y, press % 2 == 0 ? at.z : -at.z};
}

// What presses goes through this one.
Vec3 lies_on(const Carried& c, std::size_t press) {
  return place_of(c, press, flesh[press / 2].other, flesh[press / 2].place_on_other);
}

// Whether what lies there is pushed off what it lies on, or not at all.
bool pushes(const Carried& c, std::size_t press) {
  const Vec3 lies = place_of(c, press, flesh[press / 2].link, flesh[press / 2].place);
  return dot(c.loads.presses[press], lies - lies_on(c, press)) >= 0;
}

// What all that touches a link does to it, as a force and a moment about the world's origin, less what holds its
// weight.
std::array<Vec3, 2> left_over(const Carried& c, Link link) {
  std::array<Vec3, 2> sum{};
  const auto add = [&](Vec3 place, Vec3 force) { sum[0] = sum[0] + force, sum[1] = sum[1] + cross(place, force); };
  const auto joint = [&](std::size_t i, double sign) {
    add(c.bones.place[i], c.loads.efforts.force[i] * sign);
    sum[1] = sum[1] + c.loads.efforts.moment[i] * sign;
  };
  joint(index(link), 1);
  for (std::size_t i = 1; i < link_count; ++i)
    if (parents[i] == index(link)) joint(i, -1);
  for (int i = 0; i < contact_count; ++i) {
    const auto contact = static_cast<Contact>(i);
    if (link_of(contact) == link) add(bears_at(c.skeleton, c.bones, contact), c.loads.support[index(contact)]);
  }
  for (std::size_t p = 0; p < press_count; ++p) {
    const auto sided = [p](Link of_left) { return p % 2 == 0 ? of_left : mirrored(of_left); };
    if (sided(flesh[p / 2].link) == link) add(lies_on(c, p), c.loads.presses[p]);
    if (sided(flesh[p / 2].other) == link) add(lies_on(c, p), c.loads.presses[p] * -1);
  }
  const Segment& s = c.segments[index(link)];
  add(c.bones.place[index(link)] + c.bones.turned[index(link)] * s.centre, {0, 0, -gravity * s.mass_kg});
  return sum;
}

constexpr std::array on_flesh{Posture::heel_sit, Posture::childs_pose, Posture::forward_fold};

TEST(Loads, EveryLinkIsInBalanceWhereFleshLiesOnFlesh) {
  for (const Posture posture : on_flesh)
    for (const double week : {12.0, 24.0, 38.0}) {
      SCOPED_TRACE(std::string(vocabulary::name(posture)) + ", week " + std::to_string(week));
      const Carried c = resting(posture, {.week = week});
      for (int i = 0; i < link_count; ++i) {
        const auto [force, moment] = left_over(c, static_cast<Link>(i));
        EXPECT_LT(length(force) + length(moment), 1e-9) << i;
      }
    }
}

TEST(Loads, TheMatHoldsHerCentreOfMassWhateverFleshCarries) {
  for (const Posture posture : on_flesh) {
    SCOPED_TRACE(std::string(vocabulary::name(posture)));
    const Carried c = resting(posture);
    Vec3 sum;
    for (std::size_t i = 0; i < contact_count; ++i)
      sum = sum + cross(bears_at(c.skeleton, c.bones, static_cast<Contact>(i)), c.loads.support[i]);
    for (std::size_t i = 0; i < link_count; ++i)
      sum = sum + cross(c.bones.place[i] + c.bones.turned[i] * c.segments[i].centre,
                        Vec3{0, 0, -gravity * c.segments[i].mass_kg});
    EXPECT_LT(length(sum), 1e-3);
  }
}

double knee_moment(const Loads& loads) {
  return length(loads.efforts.moment[index(Link::shank_left)]);
}

// Without flesh it is 93 Nm at week 24 and 102 at week 38.
TEST(Loads, SittingOnTheHeelsFleshSparesTheKnees) {
  for (const double week : {12.0, 24.0, 38.0}) {
    SCOPED_TRACE(week);
    const Carried c = resting(Posture::heel_sit, {.week = week});
    EXPECT_LT(knee_moment(c.loads), 30);
    const double calf = length(c.loads.presses[2 * thigh_on_calf]), heel = length(c.loads.presses[2 * seat_on_heel]);
    EXPECT_GT(calf, 0.2 * c.weight_N);
    EXPECT_LT(calf, 0.4 * c.weight_N);
    EXPECT_GT(heel, 0.1 * c.weight_N);
    EXPECT_LT(heel, 0.3 * c.weight_N);
  }
  const Carried childs_pose = resting(Posture::childs_pose);
  EXPECT_LT(knee_moment(childs_pose.loads), 30);
  EXPECT_GT(length(childs_pose.loads.presses[2 * trunk_on_thigh]), 1);
}

TEST(Loads, FleshPullsNowhere) {
  for (int i = 0; i < vocabulary::posture_count; ++i)
    for (const double week : {12.0, 24.0, 38.0}) {
      const auto posture = static_cast<Posture>(i);
      SCOPED_TRACE(std::string(vocabulary::name(posture)) + ", week " + std::to_string(week));
      const Carried c = resting(posture, {.week = week});
      for (std::size_t p = 0; p < press_count; ++p)
        EXPECT_TRUE(pushes(c, p)) << p;
    }
}

TEST(Loads, WhereNoFleshLiesOnFleshNothingPresses) {
  for (const Posture posture :
       {Posture::all_fours, Posture::forearms_and_knees, Posture::between, Posture::puppy, Posture::kneeling,
        Posture::half_kneeling, Posture::standing, Posture::chair, Posture::plank, Posture::down_dog, Posture::supine})
    for (const double week : {4.0, 24.0, 42.0}) {
      SCOPED_TRACE(std::string(vocabulary::name(posture)) + ", week " + std::to_string(week));
      for (const Vec3 press : resting(posture, {.week = week}).loads.presses)
        EXPECT_EQ(length(press), 0);
    }
}

TEST(Loads, AFootThatIsDrawnAlongTheMatBearsAsOneThatIsHeld) {
  const Skeleton skeleton = skeleton_of({});
  const Segments segments = segments_of(skeleton);
  const Intent held = intent_of({}, Posture::heel_sit, {}, vocabulary::Side::none, {}).intent;
  Intent drawn = held;
  for (const Contact contact : {Contact::ankle_left, Contact::ankle_right, Contact::toe_left, Contact::toe_right})
    drawn.value[Intent::contacts_at + 4 * index(contact)] = 0;
  const Bones bones = pose(skeleton, held).links;
  const Loads one = loads_of(skeleton, segments, held, bones, {}),
              other = loads_of(skeleton, segments, drawn, bones, {});
  EXPECT_GT(one.support[index(Contact::ankle_left)].z, 100);
  for (std::size_t i = 0; i < contact_count; ++i)
    EXPECT_LT(length(one.support[i] - other.support[i]), 1e-9);

  constexpr std::array moves{vocabulary::MoveAmount{.move = vocabulary::Move::leg_lift, .amount = 0.8}};
  const Intent lifted = intent_of({}, Posture::all_fours, moves, vocabulary::Side::left, {}).intent;
  const Loads on_one_knee = loads_of(skeleton, segments, lifted, pose(skeleton, lifted).links, {});
  EXPECT_EQ(length(on_one_knee.support[index(Contact::ankle_left)]), 0);
  EXPECT_GT(length(on_one_knee.support[index(Contact::ankle_right)]), 1);
}

// The most that a load changes from one of `steps` poses to the next.
double most_changed(const Person& person, int steps, const auto& intent_at) {
  double most = 0;
  Loads before;
  for (int i = 0; i <= steps; ++i) {
    const Loads now = resting(person, intent_at(static_cast<double>(i) / steps)).loads;
    for (std::size_t p = 0; i > 0 && p < press_count; ++p)
      most = std::max(most, length(now.presses[p] - before.presses[p]));
    for (std::size_t c = 0; i > 0 && c < contact_count; ++c)
      most = std::max(most, length(now.support[c] - before.support[c]));
    for (std::size_t j = 0; i > 0 && j < link_count; ++j)
      most = std::max(most, length(now.efforts.moment[j] - before.efforts.moment[j]));
    before = now;
  }
  return most;
}

void expect_no_jump(const Person& person, const auto& intent_at) {
  const double coarse = most_changed(person, 200, intent_at), fine = most_changed(person, 800, intent_at);
  EXPECT_GT(coarse, 0.1);
  EXPECT_LT(fine, 0.4 * coarse);
}

// On the way from upright on her knees down onto the heels.
TEST(Loads, FleshTakesOverWithoutAJump) {
  const Person person;
  expect_no_jump(person, [&](double u) {
    Channels channels;
    channels[Channel::upright] = 1;
    channels[Channel::travel] = u;
    return intent_of(person, Posture::heel_sit, channels);
  });
}

TEST(Loads, AHandThatLeavesTheMatHandsItsWeightOverWithoutAJump) {
  const Person person;
  const auto at = [&](double reach) {
    Channels channels;
    channels[Channel::arm_reach_left] = reach;
    return intent_of(person, Posture::all_fours, channels);
  };
  expect_no_jump(person, at);
  const Carried lifted = resting(person, at(1));
  EXPECT_EQ(part_on(lifted, {Contact::wrist_left, Contact::fingertip_left}), 0);
  EXPECT_GT(part_on(lifted, {Contact::wrist_right}), 0.2);
}

double any(double most) {
  return most * (*rc::gen::inRange(-1000, 1001)) / 1000.0;
}

Vec3 any_vector(double most) {
  return {any(most), any(most), any(most)};
}

struct State {
  Bones bones;
  Movement movement;
};

Bones moved(const Skeleton& skeleton, const State& state, double time_s) {
  const Movement& m = state.movement;
  Bones out;
  const auto turn = [&](Vec3 rate, Vec3 change) {
    return geometry::rotation_by(rate * time_s + change * (time_s * time_s / 2));
  };
  out.place[0] = state.bones.place[0] + m.velocity * time_s + m.acceleration * (time_s * time_s / 2);
  out.turned[0] = turn(m.turning[0], m.turning_change[0]) * state.bones.turned[0];
  for (std::size_t i = 1; i < link_count; ++i) {
    const std::size_t from = index(parent(static_cast<Link>(i)));
    out.place[i] = out.place[from] + out.turned[from] * skeleton.offset[i];
    out.turned[i] = out.turned[from] * (inverse(state.bones.turned[from]) * state.bones.turned[i]) *
                    turn(m.turning[i], m.turning_change[i]);
  }
  return out;
}

State any_state(const Skeleton& skeleton) {
  State state;
  Intent intent;
  for (std::size_t i = 0; i < Intent::contacts_at; ++i)
    intent.value[i] = any(0.6);
  lay_bones(skeleton, intent, state.bones);
  state.movement.velocity = any_vector(1);
  state.movement.acceleration = any_vector(3);
  for (std::size_t i = 0; i < link_count; ++i) {
    const bool hinge = is_hinge(static_cast<Link>(i));
    state.movement.turning[i] = hinge ? Vec3{0, 0, any(2)} : any_vector(1);
    state.movement.turning_change[i] = hinge ? Vec3{0, 0, any(4)} : any_vector(2);
  }
  return state;
}

// Near sitting on the heels and near child's pose, with something done to one side.
RC_GTEST_PROP(Loads, FleshPushesAndDoesSoOnBothSidesAlike, ()) {
  const Person person{.week = 23 + any(19)};
  Channels channels;
  channels[Channel::travel] = 0.95 + any(0.05);
  channels[Channel::upright] = *rc::gen::inRange(0, 2) + any(0.05);
  channels[Channel::turn] = any(1);
  channels[Channel::sway] = any(0.5);
  channels[Channel::knees_wide] = any(1);
  const Intent intent = intent_of(person, Posture::heel_sit, channels);
  const Carried c = resting(person, intent), other = resting(person, mirrored(intent));
  for (std::size_t p = 0; p < press_count; ++p) {
    const Vec3 press = c.loads.presses[p], twin = other.loads.presses[p ^ 1];
    RC_ASSERT(length(press - Vec3{twin.x, -twin.y, twin.z}) < 1e-6);
    RC_ASSERT(pushes(c, p));
  }
}

RC_GTEST_PROP(Loads, PowerIsTheChangeOfEnergy, ()) {
  const Skeleton skeleton = skeleton_of({.week = 30});
  const Segments segments = segments_of(skeleton);
  const State state = any_state(skeleton);
  const Efforts e = efforts_of(skeleton, segments, state.bones, state.movement);
  double power = 0, largest = 0; // joints give what others take: the whole can be next to nothing
  const auto add = [&](Vec3 effort, Vec3 rate) {
    power += dot(effort, rate);
    largest = std::max(largest, std::fabs(dot(effort, rate)));
  };
  add(e.force[0], state.movement.velocity);
  add(e.moment[0], state.movement.turning[0]);
  for (std::size_t i = 1; i < link_count; ++i)
    add(e.moment[i], state.bones.turned[i] * state.movement.turning[i]);
  constexpr double step_s = 1e-4;
  const auto energy_at = [&](double at_s) {
    const Bones here = moved(skeleton, state, at_s);
    const Movement m = movement_of(skeleton, moved(skeleton, state, at_s - step_s), here,
                                   moved(skeleton, state, at_s + step_s), step_s);
    return energy_of(skeleton, segments, here, m);
  };
  const double change = (energy_at(step_s) - energy_at(-step_s)) / (2 * step_s);
  RC_ASSERT(std::fabs(power - change) < 1e-5 * (100 + largest));
}

RC_GTEST_PROP(Loads, TheMassMatrixIsSymmetric, ()) {
  const Skeleton skeleton = skeleton_of({.week = 30});
  const Segments segments = segments_of(skeleton);
  const State state = any_state(skeleton);
  const auto a = static_cast<std::size_t>(*rc::gen::inRange(1, link_count)),
             b = static_cast<std::size_t>(*rc::gen::inRange(1, link_count));
  const auto moment = [&](std::size_t joint, std::size_t turned) {
    Movement still, turning;
    turning.turning_change[turned] = {0, 0, 1};
    const auto about = [&](const Movement& m) {
      return (inverse(state.bones.turned[joint]) * efforts_of(skeleton, segments, state.bones, m).moment[joint]).z;
    };
    return about(turning) - about(still);
  };
  RC_ASSERT(std::fabs(moment(a, b) - moment(b, a)) < 1e-9);
}

} // namespace
} // namespace supple::body
