// SPDX-License-Identifier: Apache-2.0
// The shading of src/figure (fragments.h, shining.cpp, backdrop.cpp) for a graphics card. Colours are of gamma 2.

const head = `#version 300 es
precision highp float;
precision highp int;
uniform vec3 eyeFrom, eyeRight, eyeUp, eyeNear, lens; // lens: focal length and the picture's middle, pixels
uniform vec2 size;
const float nearest = 1.0, farthest = 14.0;
`;

const project = `
vec4 project(vec3 p) {
  vec3 q = p - eyeFrom;
  float depth = -dot(q, eyeNear);
  float x = lens.y * depth + lens.x * dot(q, eyeRight), y = lens.z * depth - lens.x * dot(q, eyeUp);
  float z = (depth * (farthest + nearest) - 2.0 * farthest * nearest) / (farthest - nearest);
  return vec4(2.0 * x / size.x - depth, depth - 2.0 * y / size.y, z, depth);
}
`;

/** Dual quaternions (Kavan and others 2008), as pose_surface does; then the light of light_of. */
export const bodyVertices = `${head}
layout(location = 0) in vec3 place;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec4 follower;
layout(location = 3) in vec4 weight;
layout(location = 4) in vec4 wear; // leggings, bare, hair; how far a breath lifts
layout(location = 5) in vec4 patches;
layout(location = 6) in vec4 shares;
layout(location = 7) in float kind; // 0 she, 1 a thing, 2 the folded mat
layout(location = 8) in vec3 way; // along the skin; how the weights change along it, and across it
layout(location = 9) in vec4 along;
layout(location = 10) in vec4 across;
uniform vec4 motors[100];
uniform float breath;
uniform highp sampler2D open;
uniform vec3 look[12];
out vec3 falls;
out vec2 edge;
out vec3 hems;
${project}
vec2 lightOn() {
  vec2 light = vec2(0.0);
  for (int k = 0; k < 4; ++k) {
    int i = int(patches[k]);
    light += texelFetch(open, ivec2(i & 63, i >> 6), 0).rg * shares[k];
  }
  return light;
}

// The two parts of a motor.
struct Motor { vec4 real, dual; };

vec3 turned(Motor m, vec3 v) {
  return v + cross(m.real.yzw, cross(m.real.yzw, v) + v * m.real.x) * 2.0;
}

// Twice the vector of a times the conjugate of b.
vec3 between(vec4 a, vec4 b) {
  return (a.yzw * b.x - b.yzw * a.x + cross(b.yzw, a.yzw)) * 2.0;
}

// How a point that m turns to p and shifts is moved by a change of m.
vec3 leaning(Motor m, Motor by, vec3 p, vec3 shift) {
  return cross(between(by.real, m.real), p) + between(by.dual, m.real) + between(m.dual, by.real)
    - shift * (2.0 * dot(m.real, by.real));
}

void main() {
  vec4 first = motors[2 * int(follower.x)];
  Motor m = Motor(vec4(0.0), vec4(0.0)), byAlong = m, byAcross = m;
  for (int k = 0; k < 4; ++k) {
    int i = 2 * int(follower[k]);
    float half_ = dot(first, motors[i]) < 0.0 ? -1.0 : 1.0;
    vec4 real = half_ * motors[i], dual = half_ * motors[i + 1];
    m.real += weight[k] * real;
    m.dual += weight[k] * dual;
    byAlong.real += along[k] * real;
    byAlong.dual += along[k] * dual;
    byAcross.real += across[k] * real;
    byAcross.dual += across[k] * dual;
  }
  float scale = inversesqrt(dot(m.real, m.real));
  m = Motor(m.real * scale, m.dual * scale);
  byAlong = Motor(byAlong.real * scale, byAlong.dual * scale);
  byAcross = Motor(byAcross.real * scale, byAcross.dual * scale);
  vec3 shift = between(m.dual, m.real), at = turned(m, place + normal * (wear.w * breath)), p = at + shift;
  p.z = max(p.z, 0.0); // flesh that lies on the mat is pressed flat there
  vec3 n = turned(m, normal);
  if (kind < 0.5) {
    vec3 u = turned(m, way), v = cross(n, u);
    n = normalize(cross(u + leaning(m, byAlong, at, shift), v + leaning(m, byAcross, at, shift)));
  }
  gl_Position = project(p);

  vec2 light = lightOn();
  float wrapped = clamp((dot(n, vec3(0.2267, -0.4534, 0.8620)) + 0.35) / 1.35, 0.0, 1.0);
  float key = wrapped * (0.6 + 0.4 * wrapped) * (0.30 + 0.70 * light.x);
  float open_ = 0.20 + 0.80 * light.y, up = 0.5 + 0.5 * n.z;
  float below = max(-n.z, 0.0) / (1.0 + p.z * p.z * 60.0) * 0.30 * open_;
  falls = look[8] * key + mix(look[10], look[9], up) * open_ + look[0] * below;
  edge = vec2((0.35 + 0.65 * up) * (0.35 + 0.65 * open_), dot(n, eyeNear));
  hems = wear.xyz;
  if (kind > 0.5) {
    edge = vec2(0.0, 1.0);
    float side = n.z > 0.5 ? 0.96 : 0.66;
    vec3 mat = look[0] * (side * mix(0.86, 1.0, light.x) * mix(0.52, 1.0, light.y));
    falls = (kind > 1.5 ? mat : look[1] * falls) / look[2];
  }
}
`;

const behind = `
uniform vec3 look[12];
uniform sampler2D shadow;
uniform vec2 shadowMiddle;
uniform bool matted;
uniform vec4 wall; // 0 none, 1 behind her, 2 before her; how wide its rim is, pixels; how much its face and its rim hide
uniform vec3 wallSides[4], wallColour;

float margin(vec2 p, vec2 right, vec2 down, out float change) {
  vec2 off = p - vec2(-0.12, 0.0);
  vec2 d = abs(off) - vec2(0.905, 0.305), a = max(d, 0.0);
  float round = length(a);
  vec2 side = d.x > d.y ? vec2(1.0, 0.0) : vec2(0.0, 1.0);
  vec2 n = (round > 0.0 ? a / max(round, 1e-9) : side) * vec2(off.x < 0.0 ? -1.0 : 1.0, off.y < 0.0 ? -1.0 : 1.0);
  change = abs(dot(n, right)) + abs(dot(n, down));
  return round + min(max(d.x, d.y), 0.0) - 0.02;
}

float smoothly(float from, float to, float x) {
  float t = clamp((x - from) / (to - from), 0.0, 1.0);
  return t * t * (3.0 - 2.0 * t);
}

// How much the wall hides there (Pane::lay).
float walled(vec2 pixel) {
  float within = 1e6;
  for (int i = 0; i < 4; ++i) within = min(within, dot(wallSides[i], vec3(pixel, 1.0)));
  return wall.x < 0.5 ? 0.0 : clamp(within + 0.5, 0.0, 1.0) * mix(wall.w, wall.z, clamp(within - wall.y + 0.5, 0.0, 1.0));
}

vec4 behindWall(vec4 under, vec2 pixel) {
  float hides = walled(pixel);
  return vec4(mix(under.rgb, wallColour, hides), mix(under.a, 1.0, hides));
}

// The mat with her shadow on it and around: colour times alpha, and alpha.
vec4 backdrop(vec2 pixel) {
  vec3 right = eyeRight / lens.x, below = -eyeUp / lens.x;
  vec3 ray = right * (pixel.x - lens.y) + below * (pixel.y - lens.z) - eyeNear;
  if (ray.z > -1e-3) return vec4(0.0);
  float per = -1.0 / ray.z, far = eyeFrom.z * per, change;
  vec2 p = eyeFrom.xy + ray.xy * far;
  float off = margin(p, (right.xy + ray.xy * right.z * per) * far, (below.xy + ray.xy * below.z * per) * far, change);
  float soft = 0.6 * change + 1e-5;
  float on = matted ? smoothly(soft, -soft, off) : 0.0;
  vec3 mat = look[0] * mix(0.92, 1.0, smoothly(0.0, -0.012, off));
  vec2 cell = clamp((p - shadowMiddle) / 0.04 + vec2(42.0, 32.0), vec2(0.0), vec2(82.99, 62.99));
  float floor_ = smoothly(12.0, 5.0, length(ray * far) * 0.9) * smoothly(0.20, 0.0, off);
  float light = 1.0 + (texture(shadow, (cell + 0.5) / vec2(84.0, 64.0)).r - 1.0) * floor_;
  return vec4(mat * light * on, 1.0 - (1.0 - on) * light);
}

vec4 shown(vec3 colour, float alpha) {
  return vec4(sqrt(clamp(colour / max(alpha, 0.002), 0.0, 1.0)) * alpha, alpha);
}
`;

export const backdropVertices = `${head}
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
  gl_Position = vec4(corner, 0.99999, 1.0);
}
`;

export const backdropPixels = `${head}${behind}
out vec4 colour;
void main() {
  vec2 pixel = vec2(gl_FragCoord.x, size.y - gl_FragCoord.y);
  vec4 under = behindWall(backdrop(pixel), pixel);
  colour = shown(under.rgb, under.a);
}
`;

export const bodyPixels = `${head}${behind}
in vec3 falls;
in vec2 edge;
in vec3 hems;
uniform float pixel_m;
uniform sampler2D shine;
uniform vec4 halos[24]; // where, how wide, how strong
out vec4 colour;

vec3 within(vec3 border) {
  vec3 t = clamp(border / (1.6 * pixel_m) + 0.5, 0.0, 1.0);
  return t * t * (3.0 - 2.0 * t);
}

float halo(vec2 pixel) {
  float sum = 0.0;
  for (int i = 0; i < 24; ++i) {
    vec2 d = (pixel - halos[i].xy) / halos[i].z;
    float into = max(0.0, 1.0 - dot(d, d));
    sum += halos[i].w * into * into;
  }
  return sum;
}

// Softened: a quarter, a half and a quarter of what lies beside one another, in either direction.
vec4 spine(ivec2 pixel) {
  vec4 sum = vec4(0.0);
  for (int y = -1; y <= 1; ++y)
    for (int x = -1; x <= 1; ++x) {
      vec4 s = texelFetch(shine, clamp(pixel + ivec2(x, y), ivec2(0), ivec2(size) - 1), 0);
      sum += vec4(s.rgb * s.rgb, s.a) * (float(2 - abs(x)) * float(2 - abs(y)) / 16.0);
    }
  return sum;
}

void main() {
  vec2 pixel = vec2(gl_FragCoord.x, size.y - gl_FragCoord.y);
  vec3 worn = within(hems);
  vec3 own = mix(mix(mix(look[2], look[3], worn.x), look[4], worn.y), look[5], worn.z);
  float turned = 1.0 - clamp(edge.y, 0.0, 1.0), cubed = turned * turned * turned;
  vec3 c = own * falls + look[11] * (cubed * edge.x);
  float solid = 1.0 - 0.30 * cubed * turned * (1.0 - 0.7 * worn.z);
  vec4 under = backdrop(pixel);
  bool before = wall.x > 1.5;
  if (!before) under = behindWall(under, pixel);
  c = mix(under.rgb, c, solid);
  float alpha = mix(under.a, 1.0, solid);
  c += (look[7] * 0.45 + c * 0.8) * halo(pixel);
  vec4 glow = spine(ivec2(gl_FragCoord.xy));
  c = c * (1.0 - glow.a) + glow.rgb;
  vec4 seen = vec4(c, alpha);
  if (before) seen = behindWall(seen, pixel);
  colour = shown(seen.rgb, seen.a);
}
`;

/** Only how deep she is, for the light of the spine to go through. */
export const depthPixels = `${head}
void main() {}
`;

export const spineVertices = `${head}
layout(location = 0) in vec3 place;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec3 headward;
layout(location = 3) in vec3 frontward;
layout(location = 4) in vec3 leftward;
layout(location = 5) in vec3 origin;
layout(location = 6) in vec4 shrunk; // one over the scales; light
out vec3 turned;
out float light;
${project}
void main() {
  gl_Position = project(origin + headward * place.x + frontward * place.y + leftward * place.z);
  vec3 n = normal * shrunk.xyz * shrunk.xyz;
  turned = headward * n.x + frontward * n.y + leftward * n.z;
  light = shrunk.w;
}
`;

export const spinePixels = `${head}
in vec3 turned;
in float light;
uniform vec3 look[12];
uniform float glow;
uniform highp sampler2D depths;
out vec4 colour;

float metres(float z) {
  return 2.0 * farthest * nearest / (farthest + nearest - (2.0 * z - 1.0) * (farthest - nearest));
}

void main() {
  float e = light, seen = clamp(dot(normalize(turned), eyeNear), 0.0, 1.0);
  float before = texelFetch(depths, ivec2(gl_FragCoord.xy), 0).r;
  float depth = before < 1.0 ? metres(gl_FragCoord.z) - metres(before) : 0.0;
  float t = max(depth - 0.03, 0.0) / 0.11, through = 0.30 + 0.70 / (1.0 + t * (1.0 + t * 0.5));
  vec3 hue = mix(look[6], look[7], e * e * (3.0 - 2.0 * e));
  float strength = (0.50 + 0.34 * seen + (0.10 + 0.16 * seen) * e) * glow;
  vec3 core = mix(hue, vec3(1.0, 0.93, 0.78), seen * seen * (0.16 + 0.44 * e));
  float cover = through * (0.58 + 0.38 * e);
  colour = vec4(sqrt(core * (strength * cover)), cover);
}
`;
