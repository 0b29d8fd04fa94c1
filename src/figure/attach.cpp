// SPDX-License-Identifier: Apache-2.0
// What each point of the surface follows. A point first follows the bone of the part that it lies on; then the weights
// spread over the surface as heat does, far at hips and shoulders, hardly in hands and head. They spread along the
// skin, so a thigh never takes hold of the belly that it only touches.
#include "figure/likeness.h"

#include "figure/wide.h"

namespace supple::figure {

namespace {

using body::Bone;
using body::Link;

enum class Family : std::uint8_t { trunk, head, arm, leg };

struct Found {
  Family family = Family::trunk;
  std::size_t side = 0;
  Nearness nearness;
};

// Eight by eight; the last are nobody's.
using Weights = std::array<float, std::size_t{(follower_count + lanes - 1) / lanes} * lanes>;

void add(Weights& weights, std::size_t follower, float weight) {
  weights[follower] += weight;
}

std::size_t on_side(Follower left, std::size_t side) {
  return static_cast<std::size_t>(left) + side;
}

std::size_t on_side(Link left, std::size_t side) {
  return index(left) + side;
}

Found found_at(const Form& form, Place p) {
  Found f;
  f.nearness = form.nearness(p);
  const Nearness& n = f.nearness;
  float least = std::min({n.trunk, n.buttocks, n.girdle, n.belly, n.breasts, n.trapezius});
  const auto offer = [&](float distance, Family family, std::size_t side) {
    if (distance >= least) return;
    least = distance;
    f.family = family;
    f.side = side;
  };
  offer(std::min({n.neck, n.head, n.hair}), Family::head, 0);
  for (const std::size_t side : {0, 1}) {
    if (form.upper_arm[side].along(p) > 0)
      offer(std::min({n.upper_arm[side], n.forearm[side], n.hand[side]}), Family::arm, side);
    if (form.thigh[side].along(p) > 0) offer(std::min({n.thigh[side], n.shank[side], n.foot[side]}), Family::leg, side);
  }
  return f;
}

// Between the followers of a limb, by how far along it the point lies.
void share(Weights& weights, std::size_t near, std::size_t far, float t) {
  add(weights, near, 1 - t);
  add(weights, far, t);
}

void follow_trunk(const Form& form, const Found& found, Place p, Weights& weights) {
  const Nearness& n = found.nearness;
  const auto i = std::min(static_cast<std::size_t>(n.section), form.slices.size() - 2);
  Weights spine{};
  share(spine, index(form.slices[i].link), index(form.slices[i + 1].link), n.section - static_cast<float>(i));
  if (n.buttocks < n.trunk) spine = {}, add(spine, index(Link::pelvis), 1);
  const float stature = form.stature;
  // The belly where it stands out, fading into the flanks.
  float belly = smooth_step(-0.004F * stature, 0.024F * stature, n.trunk) *
                smooth_step(0.030F * stature, 0.006F * stature, n.belly);
  if (n.breasts < n.belly) belly = 0;
  const float girdle =
      (1 - belly) * smooth_step(0.028F * stature, 0.004F * stature, std::min(n.girdle, n.trapezius + 0.02F * stature)) *
      smooth_step(0.035F * stature, 0.075F * stature, std::fabs(form.slices.back().axes.local(p).z)) *
      smooth_step(0.11F * stature, 0.05F * stature,
                  std::min(length(p - form.upper_arm[0].from), length(p - form.upper_arm[1].from)));
  add(weights, static_cast<std::size_t>(Follower::belly), belly);
  add(weights, on_side(Link::girdle_left, form.slices.back().axes.local(p).z > 0 ? 0 : 1), girdle);
  for (std::size_t k = 0; k < spine.size(); ++k)
    add(weights, k, spine[k] * (1 - belly - girdle));
}

void follow_head(const Form& form, const Found& found, Place p, Weights& weights) {
  if (std::min(found.nearness.head, found.nearness.hair) < found.nearness.neck)
    return add(weights, index(Link::head), 1);
  int below = static_cast<int>(Bone::T1);
  while (below < static_cast<int>(Bone::head) &&
         dot(p - place(form.rest.bones[static_cast<std::size_t>(below)].origin),
             place(form.rest.bones[static_cast<std::size_t>(below)].headward)) > 0)
    ++below;
  // Bones have the sacrum between pelvis and L5, links have not.
  add(weights, static_cast<std::size_t>(below) - 1, 1);
}

void follow_arm(const Form& form, const Found& found, Place p, Weights& weights) {
  const std::size_t s = found.side;
  const Nearness& n = found.nearness;
  if (n.hand[s] < n.forearm[s] && form.forearm[s].along(p) > 0.9F) return add(weights, on_side(Link::hand_left, s), 1);
  if (form.forearm[s].along(p) < 0 || n.upper_arm[s] < n.forearm[s])
    return share(weights, on_side(Follower::upper_arm_swung_left, s), on_side(Link::upper_arm_left, s),
                 smooth_step(0.1F, 0.9F, form.upper_arm[s].along(p)));
  const float t = form.forearm[s].along(p);
  if (t > 1) return add(weights, on_side(Link::hand_left, s), 1);
  if (t < 0.5F)
    return share(weights, on_side(Link::forearm_left, s), on_side(Follower::forearm_half_turned_left, s),
                 std::clamp((t - 0.15F) / 0.35F, 0.0F, 1.0F));
  share(weights, on_side(Follower::forearm_half_turned_left, s), on_side(Follower::forearm_turned_left, s),
        std::clamp((t - 0.5F) / 0.4F, 0.0F, 1.0F));
}

void follow_leg(const Form& form, const Found& found, Place p, Weights& weights) {
  const std::size_t s = found.side;
  const Nearness& n = found.nearness;
  if (n.foot[s] < n.shank[s] && form.shank[s].along(p) > 0.9F) return add(weights, on_side(Link::foot_left, s), 1);
  if (form.shank[s].along(p) > 1) return add(weights, on_side(Link::foot_left, s), 1);
  if (n.shank[s] < n.thigh[s] && form.shank[s].along(p) > 0) return add(weights, on_side(Link::shank_left, s), 1);
  share(weights, on_side(Follower::thigh_swung_left, s), on_side(Link::thigh_left, s),
        smooth_step(0.1F, 0.9F, form.thigh[s].along(p)));
}

Weights followed(const Form& form, const Found& found, Place p) {
  Weights weights{};
  switch (found.family) {
  case Family::trunk:
    follow_trunk(form, found, p, weights);
    break;
  case Family::head:
    follow_head(form, found, p, weights);
    break;
  case Family::arm:
    follow_arm(form, found, p, weights);
    break;
  case Family::leg:
    follow_leg(form, found, p, weights);
    break;
  }
  return weights;
}

// How readily weights spread at a place, 0 to 1: most where much flesh moves.
float spread_at(const Form& form, const Found& found, Place p) {
  const float h = form.stature;
  float spread = found.family == Family::trunk ? 0.35F : found.family == Family::head ? 0.12F : 0.08F;
  const auto around = [&](Place joint, float from, float to, float much) {
    spread = std::max(spread, much * smooth_step(to * h, from * h, length(p - joint)));
  };
  for (const std::size_t side : {0, 1}) {
    around(form.thigh[side].from, 0.07F, 0.14F, 1);
    around(form.upper_arm[side].from, 0.05F, 0.11F, 0.8F);
    around(form.shank[side].from, 0.03F, 0.07F, 0.35F);
    around(form.forearm[side].from, 0.02F, 0.06F, 0.3F);
    around(form.forearm[side].to, 0.01F, 0.03F, 0.3F);
    around(form.shank[side].to, 0.02F, 0.05F, 0.3F);
  }
  return spread;
}

// One eight of followers after the other, so that what goes from round to round lies close to the processor.
SUPPLE_WIDE void spread(const Neighbours& neighbours, const std::vector<float>& much, std::vector<Weights>& weights) {
  constexpr int rounds = 30;
  std::vector<std::array<float, lanes>> now(weights.size()), before(weights.size());
  for (std::size_t first = 0; first < follower_count; first += lanes) {
    for (std::size_t i = 0; i < weights.size(); ++i)
      std::copy_n(&weights[i][first], lanes, now[i].data());
    for (int round = 0; round < rounds; ++round) {
      now.swap(before);
      for (std::size_t i = 0; i < weights.size(); ++i) {
        const std::uint32_t from = neighbours.first[i], to = neighbours.first[i + 1];
        const float share = much[i] / static_cast<float>(to - from);
        Floats w = wide<Floats>(before[i].data()) * (1 - much[i]);
        for (std::uint32_t k = from; k < to; ++k)
          w += wide<Floats>(before[neighbours.of[k]].data()) * share;
        put(w, now[i].data());
      }
    }
    for (std::size_t i = 0; i < weights.size(); ++i)
      std::ranges::copy(now[i], &weights[i][first]);
  }
}

Influence strongest(const Weights& weights) {
  std::array<std::uint8_t, follower_count> order{};
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = static_cast<std::uint8_t>(i);
  std::partial_sort(order.begin(), order.begin() + 4, order.end(), [&](std::uint8_t a, std::uint8_t b) {
    return weights[a] != weights[b] ? weights[a] > weights[b] : a < b;
  });
  Influence influence;
  float sum = 0;
  for (std::size_t k = 0; k < 4; ++k) {
    influence.follower[k] = order[k];
    influence.weight[k] = weights[order[k]];
    sum += influence.weight[k];
  }
  for (float& w : influence.weight)
    w /= sum;
  return influence;
}

// By least squares over the points beside it, from all weights: the four strongest alone come and go with a step.
Change change_at(std::uint32_t point, const Surface& surface, const Influence& influence,
                 const std::vector<Weights>& weights, const Neighbours& neighbours) {
  const Weights& own = weights[point];
  const Place normal = surface.normals[point];
  Change change{unit(cross(normal, std::fabs(normal.x) < 0.7F ? Place{1, 0, 0} : Place{0, 1, 0})), {}, {}};
  const Place across = cross(normal, change.way);
  float xx = 0, xy = 0, yy = 0;
  for (std::uint32_t k = neighbours.first[point]; k < neighbours.first[point + 1]; ++k) {
    const std::uint32_t beside = neighbours.of[k];
    const Place to = surface.places[beside] - surface.places[point];
    const float flat_x = dot(to, change.way), flat_y = dot(to, across);
    // As far as along the skin, also where that is bent away from the plane.
    const float unrolled = length(to) / std::sqrt(flat_x * flat_x + flat_y * flat_y + 1e-12F);
    const float x = flat_x * unrolled, y = flat_y * unrolled;
    xx += x * x, xy += x * y, yy += y * y;
    for (std::size_t i = 0; i < influence.follower.size(); ++i) {
      const std::uint8_t follower = influence.follower[i];
      const float more = weights[beside][follower] - own[follower];
      change.along[i] += x * more;
      change.across[i] += y * more;
    }
  }
  float sum = 0;
  for (const std::uint8_t follower : influence.follower)
    sum += own[follower];
  // Points that nearly lie in one line do not tell how it is across.
  const float per = 1 / (sum * std::max(xx * yy - xy * xy, 1e-3F * (xx + yy) * (xx + yy)));
  for (std::size_t i = 0; i < influence.follower.size(); ++i) {
    const float x = change.along[i], y = change.across[i];
    change.along[i] = (x * yy - y * xy) * per;
    change.across[i] = (y * xx - x * xy) * per;
  }
  return change;
}

constexpr float sleeve = 0.30F, hem = 0.72F; // along forearm and shank

Wear wear_at(const Form& form, const Found& found, Place p) {
  constexpr float no = -1, most = 0.03F;
  const std::size_t s = found.side;
  Axes waist = form.slices[4].axes;
  const geometry::Frame& pelvis = form.rest[Bone::pelvis];
  waist.origin =
      place(at(pelvis, .0548 * static_cast<double>(form.stature), -.0184 * static_cast<double>(form.stature), 0));
  waist.head = place(pelvis.headward);
  waist.front = place(pelvis.frontward);
  const Place q = waist.local(p);
  Wear wear{0.017F * form.stature - 0.30F * std::max(0.0F, q.y) - q.x, no, no};
  if (found.family == Family::leg) {
    const float past = (form.shank[s].along(p) - hem) * length(form.shank[s].to - form.shank[s].from);
    wear.bare = past;
    wear.leggings = std::max(wear.leggings, -past);
    if (form.shank[s].along(p) > 0.3F) wear.leggings = -past;
  }
  if (found.family == Family::arm) {
    wear.leggings = no;
    wear.bare = (form.forearm[s].along(p) - sleeve) * length(form.forearm[s].to - form.forearm[s].from);
  }
  if (found.family == Family::head || std::min(found.nearness.neck, found.nearness.head) < 0.03F * form.stature) {
    Axes collar;
    const geometry::Frame& nape = form.rest[Bone::C7];
    collar = {place(nape.origin), place(nape.headward), place(nape.frontward), place(nape.leftward)};
    const Place c = collar.local(p);
    wear.bare = c.x + 0.33F * c.y - 0.029F * form.stature;
    wear.hair = -form.hairline(p);
  }
  const auto held = [&](float& x) { x = std::clamp(x, -most, most); };
  held(wear.leggings);
  held(wear.bare);
  held(wear.hair);
  return wear;
}

// A quiet breath gives the ribs 2 cm more girth and brings the belly half a centimetre forward; it is shown half as
// large again, so that it can be seen on a phone.
float breath_at(const Form& form, const Found& found, Place p) {
  if (found.family != Family::trunk) return 0;
  const Place low = place(form.rest[Bone::T12].origin), high = place(form.rest[Bone::T3].origin);
  const float up = dot(p - low, unit(high - low)) / length(high - low);
  const float ribs = 0.0052F * smooth_step(-0.35F, 0.15F, up) * smooth_step(1.1F, 0.6F, up);
  const float belly = 0.0082F * smooth_step(0.03F * form.stature, 0, found.nearness.belly);
  return std::max(ribs, belly);
}

} // namespace

void attach(Likeness& likeness) {
  const Form& form = likeness.form;
  const Surface& surface = likeness.surface;
  std::vector<Weights> weights;
  std::vector<float> much;
  for (const Place p : surface.places) {
    const Found found = found_at(form, p);
    weights.push_back(followed(form, found, p));
    much.push_back(spread_at(form, found, p));
    likeness.wear.push_back(wear_at(form, found, p));
    likeness.breath.push_back(breath_at(form, found, p));
  }
  const Neighbours neighbours = neighbours_of(surface);
  spread(neighbours, much, weights);
  for (const Weights& w : weights)
    likeness.influences.push_back(strongest(w));
  for (std::uint32_t i = 0; i < surface.places.size(); ++i)
    likeness.changes.push_back(change_at(i, surface, likeness.influences[i], weights, neighbours));
}

} // namespace supple::figure
