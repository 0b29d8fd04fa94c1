// SPDX-License-Identifier: Apache-2.0
#include "body/belly.h"
#include "body/contacts.h"
#include "body/families.h"
#include "body/moves.h"
#include "body/ranges.h"
#include "body/stance.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace supple::body {

namespace {

using vocabulary::Move;
using vocabulary::Posture;
using vocabulary::Side;

// Nobody lies on a belly that has grown (rules/text.toml, position.prone).
constexpr double not_prone_from_week = 16;

bool hollows(Move move) {
  return move == Move::spine_arch || move == Move::pelvis_tip;
}

void keep_from_hollow(const Person& person, Channels& asked) {
  if (belly_week(person) < no_hollow_from_week) return;
  asked[Channel::round] = std::max(0.0, asked[Channel::round]);
  asked[Channel::tilt] = std::max(0.0, asked[Channel::tilt]);
}

bool on_two_knees(Posture posture) {
  return posture == Posture::all_fours || posture == Posture::forearms_and_knees || posture == Posture::puppy ||
         posture == Posture::between || posture == Posture::childs_pose || posture == Posture::heel_sit;
}

// How wide the knees are where the belly has grown, so that it has room between the thighs.
double room_of(Posture posture) {
  switch (posture) {
  case Posture::childs_pose:
    return 2;
  case Posture::puppy:
  case Posture::forearms_and_knees:
    return 1.6;
  case Posture::all_fours:
  case Posture::between:
  case Posture::heel_sit:
    return 1.2; // alike, since she goes to and fro between them
  default:
    return 0;
  }
}

// Beside thighs that stay close the trunk bends, turns and folds less.
void keep_off_the_thighs(const Person& person, Posture posture, Channels& asked) {
  if (!in(family::thighs_before_her, posture)) return;
  const double less = 1 - 0.5 * belly_room(person);
  for (const Channel c : {Channel::round, Channel::side_up, Channel::turn, Channel::low, Channel::sway,
                          Channel::hip_roll, Channel::shift})
    asked[c] *= less;
}

// Over planted elbows she turns, bends and walks aside less, and walks the less the farther back the hips are: an elbow
// would come to bend the wrong way.
void stay_over_the_elbows(const Person& person, Posture posture, Channels& asked) {
  if (in(family::long_on_hands, posture) && asked[Channel::arms_bend] >= 1)
    for (const Channel c : {Channel::turn, Channel::side_up, Channel::hands_walk})
      asked[c] *= 0.3;
  if (posture == Posture::forearms_and_knees || (posture == Posture::all_fours && person.wrists == Wrists::forearms))
    asked[Channel::hands_walk] *= 1 - 0.7 * std::clamp(asked[Channel::travel], 0.0, 1.0);
}

// As the belly grows the knees make room for it, by the posture and not by how far she travels in it: they stay
// where they are; and they close only as far as it lets them. Who keeps her knees close, for her pelvis' sake, keeps
// them hip-wide.
void make_comfortable(const Person& person, Posture posture, Channels& asked) {
  if (person.head_up) asked[Channel::head] = std::min(0.0, asked[Channel::head]);
  double& wide = asked[Channel::knees_wide];
  if (wide < 0 && posture != Posture::standing) wide *= 1 - 0.8 * belly_room(person);
  if (person.knees_close) {
    keep_off_the_thighs(person, posture, asked);
    wide = on_two_knees(posture) ? -1 : std::min(0.0, wide);
    return;
  }
  if (!on_two_knees(posture)) return;
  constexpr double least_wide = 0.5;
  const double grown = person.knees_wide ? 1 : belly_room(person);
  const double room = person.knees_wide ? std::max(room_of(posture), least_wide) : room_of(posture);
  wide = std::min(wide + grown * room, std::max(1.2, room));
}

// Whether what the channel does to the limbs changes which contacts rest, so that it is laid as a whole; how far it
// goes is then a part of the joints' way there.
bool is_laid_whole(Channel channel, Posture posture) {
  using namespace family;
  switch (channel) {
  case Channel::arms_reach:
    return in((free_armed & ~bit(Posture::forward_fold)) | bit(Posture::prone), posture);
  case Channel::arms_bend:
    return in(free_armed, posture);
  case Channel::legs_bend:
    return in(free_legged, posture);
  default:
    return channel == Channel::arms_lower || channel == Channel::hands_rest || channel >= Channel::hands_belly;
  }
}

// How far each limb goes of its whole way; the trunk goes with the farther arm, and no farther than all of it.
struct Parts {
  std::array<double, 2> arm{}, leg{};

  void take(Channel channel, double much, bool hands_on_thighs) {
    const bool one_sided = channel >= Channel::arm_reach_left;
    const int side = (static_cast<int>(channel) - static_cast<int>(Channel::arm_reach_left)) % 2;
    const bool of_leg = channel == Channel::legs_bend || channel >= Channel::leg_reach_left;
    for (const int s : {left, right}) {
      if (one_sided && s != side) continue;
      const auto at = static_cast<std::size_t>(s);
      if (of_leg) leg[at] = std::max(leg[at], much);
      if (!of_leg || hands_on_thighs) arm[at] = std::max(arm[at], much);
    }
  }

  [[nodiscard]] double of(std::size_t link) const {
    if (link < index(Link::girdle_left)) return std::min(std::max(arm[left], arm[right]), 1.0);
    const std::size_t side = (link - index(Link::girdle_left)) % 2;
    return link < index(Link::thigh_left) ? arm[side] : leg[side];
  }
};

// Fully is a little beyond the whole way, but no knee and no elbow bends the wrong way.
double along(std::size_t link, double from, double to, double part) {
  const double value = from + (to - from) * part;
  if (!is_hinge(static_cast<Link>(link)) || part <= 1) return value;
  return link < index(Link::thigh_left) ? std::min(value, std::max(from, to)) : std::max(value, std::min(from, to));
}

// A foot that turns where it rests keeps its length: its toes lie as far from the ankle as before.
void keep_foot_long(const Intent& before, int side, Intent& intent) {
  const auto at = [&](Contact of_left) { return Intent::contacts_at + 4 * index(on(of_left, side)); };
  const std::size_t ankle = at(Contact::ankle_left), toe = at(Contact::toe_left);
  for (const Intent* i : {&before, static_cast<const Intent*>(&intent)})
    if (i->value[ankle] < 1 || i->value[toe] < 1) return;
  const auto way = [&](const Intent& i) {
    return geometry::Vec3{i.value[toe + 1] - i.value[ankle + 1], i.value[toe + 2] - i.value[ankle + 2],
                          i.value[toe + 3] - i.value[ankle + 3]};
  };
  const geometry::Vec3 now = way(intent);
  const double longer = length(way(before)) / length(now);
  if (std::fabs(longer - 1) < 1e-9) return; // it has not turned
  intent.value[toe + 1] = intent.value[ankle + 1] + now.x * longer;
  intent.value[toe + 2] = intent.value[ankle + 2] + now.y * longer;
  intent.value[toe + 3] = intent.value[ankle + 3] + now.z * longer;
}

// Whether the arm rests on nothing, or on its elbow.
bool is_free_or_on_its_elbow(const Intent& intent, int side) {
  const auto holds = [&](Contact of_left) { return firmness(intent, on(of_left, side)) > 0; };
  return holds(Contact::elbow_left) || (!holds(Contact::wrist_left) && !holds(Contact::fingertip_left));
}

// What of a free arm is wanted in the mat is wanted where the mat keeps it, and the arm that leans on its elbow as it
// leans: else it would come there in the last moment, as the elbow takes hold.
Intent laid_on_the_mat(const Skeleton& skeleton, const Stance& stance) {
  constexpr double turned = 0.01; // radians: less is the mat's own softness
  Intent intent = intent_of(skeleton, stance);
  Bones bones;
  hold_contacts(skeleton, intent, bones);
  for (const int side : {left, right}) {
    if (!is_free_or_on_its_elbow(intent, side)) continue;
    for (const Link of_left : {Link::girdle_left, Link::upper_arm_left, Link::forearm_left, Link::hand_left}) {
      const Link link = on(of_left, side);
      double* const want = &intent.value[Intent::want_at(link)];
      const geometry::Vec3 held = want_of(skeleton, bones, link);
      if (length(held - geometry::Vec3{want[0], want[1], want[2]}) < turned) continue;
      want[0] = held.x, want[1] = held.y, want[2] = held.z;
    }
  }
  return intent;
}

Intent as_a_whole(const Skeleton& skeleton, Posture posture, const Channels& asked) {
  Channels whole = asked, without = asked;
  Parts parts;
  bool any = false;
  for (std::size_t i = 0; i < channel_count; ++i) {
    const auto c = static_cast<Channel>(i);
    if (!is_laid_whole(c, posture) || asked[c] == 0) continue;
    any = true;
    parts.take(c, std::fabs(asked[c]), in(family::hands_on_thighs, posture));
    whole[c] = asked[c] > 0 ? 1 : -1;
    without[c] = 0;
  }
  Intent intent = laid_on_the_mat(skeleton, stance_of(skeleton, posture, whole));
  if (!any) return intent;
  const Intent from = laid_on_the_mat(skeleton, stance_of(skeleton, posture, without));
  for (std::size_t i = 0; i < Intent::contacts_at; ++i) {
    const std::size_t link = i < Intent::joints_at ? 0 : 1 + (i - Intent::joints_at) / 3;
    intent.value[i] = along(link, from.value[i], intent.value[i], parts.of(link));
  }
  // What rests before and after comes to rest in between.
  for (std::size_t c = 0; c < contact_count; ++c) {
    const std::size_t at = Intent::contacts_at + 4 * c;
    const double part = std::min(parts.of(index(link_of(static_cast<Contact>(c)))), 1.0);
    for (std::size_t k = 1; k <= 3 && from.value[at] == 1 && intent.value[at] == 1; ++k)
      intent.value[at + k] = from.value[at + k] + (intent.value[at + k] - from.value[at + k]) * part;
  }
  for (const int side : {left, right})
    keep_foot_long(from, side, intent);
  return intent;
}

bool stays_in_the_middle(const Channels& asked) {
  for (const Channel c : {Channel::side_up, Channel::look, Channel::turn, Channel::sway, Channel::arm_thread_left,
                          Channel::arm_thread_right})
    if (asked[c] != 0) return false;
  return true;
}

// What of the trunk rests on the mat stays there, whatever is done on the posture; only what leans to a side slides.
// The bridge lifts the hips from where she lies on her back.
Intent left_led(const Skeleton& skeleton, Posture posture, const Channels& asked) {
  Intent intent = as_a_whole(skeleton, posture, asked);
  if (!stays_in_the_middle(asked)) return intent;
  const Posture lying = posture == Posture::bridge ? Posture::supine : posture;
  const Intent rest = as_a_whole(skeleton, lying, at_rest(lying));
  for (std::size_t c = index(Contact::outer_hip_left); c < contact_count; ++c) {
    const std::size_t at = Intent::contacts_at + 4 * c;
    // As the neck lengthens, and as she curls up on her side.
    const auto contact = static_cast<Contact>(c);
    const bool slides = contact == Contact::head_back || contact == Contact::outer_shoulder_left;
    if (rest.value[at] == 1 && intent.value[at] == 1 && !slides)
      std::copy_n(rest.value.begin() + static_cast<std::ptrdiff_t>(at), 4,
                  intent.value.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return intent;
}

// So that her two sides are alike to the last bit, all that leans to the right is laid leaning to the left, and seen in
// a mirror.
bool leans_right(const Channels& asked) {
  const Channels other = mirrored(asked);
  for (std::size_t c = 0; c < channel_count; ++c)
    if (asked.value[c] != other.value[c]) return asked.value[c] < other.value[c];
  return false;
}

bool has_a_side(Posture posture, const Channels& asked) {
  // Of folded arms one lies before the other.
  if (posture == Posture::forward_fold && asked[Channel::arms_bend] > 0) return true;
  return posture == Posture::half_kneeling || posture == Posture::lunge || posture == Posture::side_lying ||
         posture == Posture::seated;
}

Intent even(const Intent& intent) {
  const Intent other = mirrored(intent);
  Intent out;
  for (std::size_t i = 0; i < Intent::count; ++i)
    out.value[i] = (intent.value[i] + other.value[i]) / 2;
  return out;
}

} // namespace

Intent intent_of(const Person& person, Posture posture, const Channels& channels, Side lead) {
  const Skeleton skeleton = skeleton_of(person);
  Channels asked = channels;
  keep_from_hollow(person, asked);
  stay_over_the_elbows(person, posture, asked);
  make_comfortable(person, posture, asked);
  if (has_a_side(posture, asked))
    return lead == Side::right ? mirrored(left_led(skeleton, posture, mirrored(asked)))
                               : left_led(skeleton, posture, asked);
  if (leans_right(asked)) return mirrored(left_led(skeleton, posture, mirrored(asked)));
  const Intent intent = left_led(skeleton, posture, asked);
  return leans_right(mirrored(asked)) ? intent : even(intent);
}

namespace {

bool rolls_from_the_head(Posture posture) {
  switch (posture) {
  case Posture::standing:
  case Posture::chair:
  case Posture::ball:
  case Posture::seated:
  case Posture::kneeling:
  case Posture::heel_sit:
  case Posture::bridge:
    return true;
  default:
    return false;
  }
}

// What a channel adds to the intent.
Intent added(const Person& person, Posture posture, Channels asked, Channel channel, double much, Side lead) {
  const Intent before = intent_of(person, posture, asked, lead);
  asked[channel] += much;
  Intent out = intent_of(person, posture, asked, lead);
  for (std::size_t i = 0; i < Intent::count; ++i)
    out.value[i] -= before.value[i];
  return out;
}

Intent mixed(const Intent& from, const Intent& to, double t) {
  Intent out = to;
  for (std::size_t i = 0; i < Intent::contacts_at; ++i)
    out.value[i] = from.value[i] + (to.value[i] - from.value[i]) * t;
  return out;
}

constexpr std::size_t lumbar_flexion_at = Intent::joints_at + 2, lumbar_end = lumbar_flexion_at + std::size_t{3} * 5;

double lumbar_flexion_of(const Intent& intent) {
  double sum = 0;
  for (std::size_t i = lumbar_flexion_at; i < lumbar_end; i += 3)
    sum += intent.value[i];
  return sum;
}

// From week 20 on the low back is no more hollow than at rest on the way round either, which goes as far back as ahead;
// and what it does not bend the pelvis does not turn.
void keep_from_hollow(const Person& person, const Intent& rest, const Intent& middle, Intent& ahead) {
  if (belly_week(person) < no_hollow_from_week) return;
  const double bends = lumbar_flexion_of(ahead);
  const double room = std::max(lumbar_flexion_of(middle) - std::min(lumbar_flexion_of(rest), 0.0), 0.0);
  if (std::fabs(bends) <= room) return;
  const double part = room / std::fabs(bends);
  for (std::size_t i = lumbar_flexion_at; i < lumbar_end; i += 3)
    ahead.value[i] *= part;
  constexpr std::size_t pelvis_pitch_at = 4;
  ahead.value[pelvis_pitch_at] += bends * (1 - part);
}

// What is done ahead and aside in a circle of the hips.
std::pair<Channel, double> ahead_in(Posture posture) {
  if (travels(posture)) return {Channel::travel, 0.12};
  const bool lies = in(family::on_her_back | bit(Posture::side_lying), posture);
  return {lies ? Channel::tilt : Channel::shift, 0.7};
}

// Standing she rolls down into a fold, and from a fold up to standing.
void roll_on(const Person& person, Posture posture, std::span<const vocabulary::MoveAmount> moves, Intent& intent) {
  if (posture != Posture::standing && posture != Posture::forward_fold) return;
  const Posture other = posture == Posture::standing ? Posture::forward_fold : Posture::standing;
  Channels resting = at_rest(other);
  resting[Channel::hands_wall] = is_at_wall(posture, moves) ? 1 : 0;
  const Intent there = intent_of(person, other, resting);
  for (const vocabulary::MoveAmount& move : moves)
    if (move.move == Move::spine_roll) intent = mixed(intent, there, std::min(usual(move.amount), 1.0));
}

} // namespace

Posture taken(const Person& person, Posture posture) {
  return posture == Posture::prone && belly_week(person) >= not_prone_from_week ? Posture::side_lying : posture;
}

Wanted intent_of(const Person& person, Posture asked_posture, std::span<const vocabulary::MoveAmount> moves, Side side,
                 vocabulary::Sense sense) {
  const Posture posture = taken(person, asked_posture);
  Wanted wanted;
  if (posture != asked_posture) wanted.refused.emplace_back("lying on the belly (from week 16 on only on the side)");
  for (const vocabulary::MoveAmount& move : moves) {
    if (!makes_sense(move, posture))
      wanted.refused.emplace_back(vocabulary::meaning(move));
    else if (hollows(move.move) && belly_week(person) >= no_hollow_from_week)
      wanted.refused.push_back(std::string{vocabulary::meaning(move.move)} + " (from week 20 on only to neutral)");
    wanted.bone_by_bone = wanted.bone_by_bone || (move.move == Move::spine_roll && makes_sense(move, posture));
  }
  Channels asked = channels_of(posture, moves, side);
  // The side that shortens is the one that does not rise.
  if (sense == vocabulary::Sense::toward) asked[Channel::side_up] = -asked[Channel::side_up];
  // She lies on the side that is not worked; else the side that is named leads. Where she sits her shins stay crossed
  // as they are, whichever side is worked.
  const bool lies = posture == Posture::side_lying, stays = posture == Posture::seated || side == Side::none;
  const Side lead = (side == Side::left) == lies && !stays ? Side::right : Side::left;
  wanted.intent = intent_of(person, posture, asked, lead);
  wanted.from_the_head = rolls_from_the_head(posture);
  for (const vocabulary::MoveAmount& move : moves) {
    if (!makes_sense(move, posture)) continue;
    const double much = usual(move.amount);
    if (move.move == Move::pelvis_circle) {
      const auto [ahead, far] = ahead_in(posture);
      wanted.circle = {added(person, posture, asked, ahead, far * much, lead),
                       added(person, posture, asked, Channel::sway, sign_of(side) * 0.8 * much, lead)};
      keep_from_hollow(person, intent_of(person, posture, at_rest(posture), lead), wanted.intent,
                       wanted.circle->front());
    }
    if (move.move == Move::shoulders_roll)
      wanted.circle = {added(person, posture, asked, Channel::shoulders_up, 0.5 * much, lead),
                       added(person, posture, asked, Channel::shoulders_forward, -0.8 * much, lead)};
  }
  if (wanted.bone_by_bone) roll_on(person, posture, moves, wanted.intent);
  return wanted;
}

} // namespace supple::body
