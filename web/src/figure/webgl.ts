// SPDX-License-Identifier: Apache-2.0
// The second painter, for a graphics card (WebGL 2): the surfaces are handed over once, then only how they move. Three
// passes over her: how deep she is, the spine that shines in her, and she herself; before the last, the mat.

import type { Core, Given, Lighting, Looked, Surfaces } from "../core/core";
import { backdropPixels, backdropVertices, bodyPixels, bodyVertices, depthPixels, spinePixels, spineVertices } from "./shaders";

type Gl = WebGL2RenderingContext;

/** How often the light on her is worked out anew, ms: it changes slowly. */
const light_ms = 100;
/** Of the texture that holds the light of the patches. */
const openWidth = 64;
const shadowSize = [84, 64] as const;

class Program {
  readonly program: WebGLProgram;
  private readonly places = new Map<string, WebGLUniformLocation | null>();

  constructor(private readonly gl: Gl, vertices: string, pixels: string) {
    this.program = gl.createProgram();
    for (const [kind, source] of [[gl.VERTEX_SHADER, vertices], [gl.FRAGMENT_SHADER, pixels]] as const) {
      const shader = gl.createShader(kind)!;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(this.program, shader);
    }
    gl.linkProgram(this.program);
    if (!gl.getProgramParameter(this.program, gl.LINK_STATUS) && !gl.isContextLost()) {
      const logs = (gl.getAttachedShaders(this.program) ?? []).map((shader) => gl.getShaderInfoLog(shader));
      throw new Error([gl.getProgramInfoLog(this.program), ...logs].join("\n"));
    }
  }

  /** Where a uniform is. */
  at(name: string): WebGLUniformLocation | null {
    if (!this.places.has(name)) this.places.set(name, this.gl.getUniformLocation(this.program, name));
    return this.places.get(name) ?? null;
  }
}

const bytesOf = (parts: readonly number[]): number => 4 * parts.reduce((a, b) => a + b, 0);

/** Numbers of a point lie one after the other; `parts` of them belong to each attribute. The first begins at byte `from`. */
function attributes(gl: Gl, parts: readonly number[], first = 0, divisor = 0, from = 0): void {
  const stride = bytesOf(parts);
  let offset = from;
  parts.forEach((size, i) => {
    gl.enableVertexAttribArray(first + i);
    gl.vertexAttribPointer(first + i, size, gl.FLOAT, false, stride, offset);
    gl.vertexAttribDivisor(first + i, divisor);
    offset += 4 * size;
  });
}

function texture(gl: Gl, filter: number): WebGLTexture {
  const made = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, made);
  for (const [name, value] of [
    [gl.TEXTURE_MIN_FILTER, filter], [gl.TEXTURE_MAG_FILTER, filter],
    [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE], [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
  ] as const) gl.texParameteri(gl.TEXTURE_2D, name, value);
  return made;
}

const pointParts = [3, 3, 4, 4, 4, 4, 4, 1, 3, 4, 4] as const;
const boneParts = [3, 3, 3, 3, 4] as const;
const units = { open: 0, shadow: 1, depths: 2, shine: 3 } as const;

export class WebGlPainter {
  private readonly body: Program;
  private readonly depth: Program;
  private readonly spine: Program;
  private readonly backdrop: Program;
  private readonly bodyArray: WebGLVertexArrayObject;
  private readonly vertebraeArray: WebGLVertexArrayObject;
  private readonly sacrumArray: WebGLVertexArrayObject;
  private readonly bones: WebGLBuffer;
  private readonly textures: Record<keyof typeof units, WebGLTexture>;
  private readonly shineBuffer: WebGLFramebuffer;
  private readonly depthBuffer: WebGLFramebuffer;
  private readonly shineDepth: WebGLRenderbuffer;
  private readonly halos = new Float32Array(4 * 24);
  private readonly shadow = new Uint8Array(shadowSize[0] * shadowSize[1]);
  private readonly shadowMiddle = new Float32Array(2);
  /** What the programs were told last, and what they are to be told: `tell`. */
  private readonly told = new Float32Array(76).fill(NaN);
  private readonly toTell = new Float32Array(this.told.length);
  private open = new Float32Array(0);
  private surfaces: Surfaces | null = null;
  /** When the light was begun that is on her, or that is being worked out. */
  private lit_ms = -Infinity;
  private lighting = false;
  private width = 0;
  private height = 0;

  /** `continuous`: it paints all the time, and the work on the light is shared out over some frames. */
  constructor(private readonly gl: Gl, private readonly continuous: boolean) {
    this.body = new Program(gl, bodyVertices, bodyPixels);
    this.depth = new Program(gl, bodyVertices, depthPixels);
    this.spine = new Program(gl, spineVertices, spinePixels);
    this.backdrop = new Program(gl, backdropVertices, backdropPixels);
    this.bodyArray = gl.createVertexArray();
    this.vertebraeArray = gl.createVertexArray();
    this.sacrumArray = gl.createVertexArray();
    this.bones = gl.createBuffer();
    this.textures = {
      open: texture(gl, gl.NEAREST), shadow: texture(gl, gl.LINEAR), depths: texture(gl, gl.NEAREST), shine: texture(gl, gl.NEAREST),
    };
    this.shineBuffer = gl.createFramebuffer();
    this.depthBuffer = gl.createFramebuffer();
    this.shineDepth = gl.createRenderbuffer();
    // Each lies on a unit of its own for good. A program that draws into one has no sampler of it.
    for (const [name, unit] of Object.entries(units)) {
      this.onto(name as keyof typeof units);
      gl.bindTexture(gl.TEXTURE_2D, this.textures[name as keyof typeof units]);
      for (const program of this.programs()) {
        gl.useProgram(program.program);
        gl.uniform1i(program.at(name), unit);
      }
    }
    gl.enable(gl.DEPTH_TEST);
    gl.enable(gl.CULL_FACE);
    gl.clearColor(0, 0, 0, 0);
  }

  private programs(): readonly Program[] {
    return [this.body, this.depth, this.spine, this.backdrop];
  }

  paint(core: Core, width: number, height: number, looked: Looked): void {
    this.fit(width, height);
    const surfaces = core.surfaces();
    const others = surfaces.version !== this.surfaces?.version;
    if (others) this.take(surfaces);
    const given = core.give(width, height, looked, this.lightingFor(others));
    this.lighting = this.lighting && given.shadowMiddle === null;
    if (given.shadowMiddle !== null) this.light(given, surfaces.patches);
    this.tell(given, looked.mat);
    this.draw(given, surfaces);
  }

  private lightingFor(others: boolean): Lighting {
    const now = performance.now();
    const due = now - this.lit_ms > light_ms;
    if (!others && this.lighting) return "part";
    if (!others && !due) return "none";
    this.lit_ms = now;
    this.lighting = this.continuous && !others;
    return this.lighting ? "part" : "whole";
  }

  /** The surfaces, once. */
  private take(surfaces: Surfaces): void {
    const { gl } = this;
    const buffer = (target: number, numbers: Float32Array | Uint32Array): WebGLBuffer => {
      const made = gl.createBuffer();
      gl.bindBuffer(target, made);
      gl.bufferData(target, numbers, gl.STATIC_DRAW);
      return made;
    };
    gl.bindVertexArray(this.bodyArray);
    buffer(gl.ARRAY_BUFFER, surfaces.points);
    attributes(gl, pointParts);
    buffer(gl.ELEMENT_ARRAY_BUFFER, surfaces.corners);
    gl.bindVertexArray(null);
    const spine = buffer(gl.ARRAY_BUFFER, surfaces.spine);
    const corners = buffer(gl.ELEMENT_ARRAY_BUFFER, surfaces.spineCorners);
    // The sacrum comes first among the bones.
    for (const [array, from] of [[this.sacrumArray, 0], [this.vertebraeArray, bytesOf(boneParts)]] as const) {
      gl.bindVertexArray(array);
      gl.bindBuffer(gl.ARRAY_BUFFER, spine);
      attributes(gl, [3, 3]);
      gl.bindBuffer(gl.ARRAY_BUFFER, this.bones);
      attributes(gl, boneParts, 2, 1, from);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, corners);
    }
    this.open = new Float32Array(2 * openWidth * Math.ceil(surfaces.patches / openWidth));
    this.surfaces = { ...surfaces, cornerCount: surfaces.corners.length, spineCornerCount: surfaces.spineCorners.length };
  }

  private light({ open, shadow, shadowMiddle }: Given, patches: number): void {
    const { gl } = this;
    this.shadowMiddle.set((shadowMiddle ?? this.shadowMiddle).subarray(0, 2));
    this.open.set(open.subarray(0, 2 * patches));
    this.onto("open");
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RG32F, openWidth, this.open.length / 2 / openWidth, 0, gl.RG, gl.FLOAT, this.open);
    for (let i = 0; i < this.shadow.length; i += 1) this.shadow[i] = Math.round(255 * (shadow[i] ?? 1));
    this.onto("shadow");
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, ...shadowSize, 0, gl.RED, gl.UNSIGNED_BYTE, this.shadow);
  }

  /** What is done to a texture now is done to this one. */
  private onto(name: keyof typeof units): void {
    this.gl.activeTexture(this.gl.TEXTURE0 + units[name]);
  }

  private fit(width: number, height: number): void {
    if (width === this.width && height === this.height) return;
    const { gl } = this;
    this.width = width;
    this.height = height;
    this.onto("depths");
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.DEPTH_COMPONENT24, width, height, 0, gl.DEPTH_COMPONENT, gl.UNSIGNED_INT, null);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.depthBuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.DEPTH_ATTACHMENT, gl.TEXTURE_2D, this.textures.depths, 0);
    this.onto("shine");
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    gl.bindRenderbuffer(gl.RENDERBUFFER, this.shineDepth);
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.DEPTH_COMPONENT24, width, height);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.shineBuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.textures.shine, 0);
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.DEPTH_ATTACHMENT, gl.RENDERBUFFER, this.shineDepth);
  }

  private draw(given: Given, surfaces: Surfaces): void {
    const { gl } = this;
    gl.viewport(0, 0, this.width, this.height);
    gl.bindVertexArray(this.bodyArray);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.depthBuffer);
    gl.clear(gl.DEPTH_BUFFER_BIT);
    this.move(this.depth, given);
    gl.drawElements(gl.TRIANGLES, surfaces.cornerCount, gl.UNSIGNED_INT, 0);

    gl.bindFramebuffer(gl.FRAMEBUFFER, this.shineBuffer);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    this.shine(given, surfaces);

    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.bindVertexArray(this.bodyArray);
    gl.useProgram(this.backdrop.program);
    gl.disable(gl.CULL_FACE);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    gl.enable(gl.CULL_FACE);
    this.move(this.body, given);
    this.halo(given);
    gl.uniform1f(this.body.at("pixel_m"), given.away / (given.eye[12] ?? 1));
    gl.drawElements(gl.TRIANGLES, surfaces.cornerCount, gl.UNSIGNED_INT, 0);
  }

  /** What all programs are told, which stays the same for most pictures: the eye stands still within a section. */
  private tell({ eye, look, wall }: Given, mat: boolean): void {
    const { gl, told, toTell, shadowMiddle, width, height } = this;
    let next = 0;
    for (const numbers of [eye, look, wall, shadowMiddle]) {
      toTell.set(numbers, next);
      next += numbers.length;
    }
    toTell[next] = width;
    toTell[next + 1] = height;
    toTell[next + 2] = mat ? 1 : 0;
    if (toTell.every((number, i) => number === told[i])) return;
    told.set(toTell);
    for (const program of this.programs()) {
      gl.useProgram(program.program);
      ["eyeFrom", "eyeRight", "eyeUp", "eyeNear", "lens"].forEach((name, i) => gl.uniform3fv(program.at(name), eye, 3 * i, 3));
      gl.uniform3fv(program.at("look"), look, 0, 36);
      gl.uniform1f(program.at("glow"), look[36] ?? 1);
      gl.uniform4f(program.at("wall"), wall[0] ?? 0, wall[13] ?? 0, wall[14] ?? 0, wall[15] ?? 0);
      gl.uniform3fv(program.at("wallSides"), wall, 1, 12);
      gl.uniform3fv(program.at("wallColour"), wall, 16, 3);
      gl.uniform2fv(program.at("shadowMiddle"), shadowMiddle);
      gl.uniform2f(program.at("size"), width, height);
      gl.uniform1i(program.at("matted"), mat ? 1 : 0);
    }
  }

  private move(program: Program, { motors, breath }: Given): void {
    this.gl.useProgram(program.program);
    this.gl.uniform4fv(program.at("motors"), motors);
    this.gl.uniform1f(program.at("breath"), breath);
  }

  /** The sacrum is the last among the shapes. */
  private shine({ bones }: Given, { vertebraCorners, spineCornerCount }: Surfaces): void {
    const { gl } = this;
    gl.useProgram(this.spine.program);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.bones);
    gl.bufferData(gl.ARRAY_BUFFER, bones, gl.STREAM_DRAW);
    gl.bindVertexArray(this.vertebraeArray);
    gl.drawElementsInstanced(gl.TRIANGLES, vertebraCorners, gl.UNSIGNED_INT, 0, 24);
    gl.bindVertexArray(this.sacrumArray);
    gl.drawElementsInstanced(gl.TRIANGLES, spineCornerCount - vertebraCorners, gl.UNSIGNED_INT, 4 * vertebraCorners, 1);
  }

  /** Each vertebra lights the flesh around it (Shining::lay_halo). */
  private halo({ eye, bones, stature }: Given): void {
    const [fromX = 0, fromY = 0, fromZ = 0, rightX = 0, rightY = 0, rightZ = 0, upX = 0, upY = 0, upZ = 0] = eye;
    const [nearX = 0, nearY = 0, nearZ = 0, focal = 1, middleX = 0, middleY = 0] = eye.subarray(9);
    const { halos } = this;
    for (let i = 0; i < 24; i += 1) {
      const at = 16 * (i + 1) + 9;
      const x = bones[at]! - fromX, y = bones[at + 1]! - fromY, z = bones[at + 2]! - fromZ;
      const pixels = -focal / (x * nearX + y * nearY + z * nearZ);
      const light = bones[at + 6]!;
      halos[4 * i] = middleX + pixels * (x * rightX + y * rightY + z * rightZ);
      halos[4 * i + 1] = middleY - pixels * (x * upX + y * upY + z * upZ);
      halos[4 * i + 2] = (0.02 + 0.012 * light) * stature * pixels;
      halos[4 * i + 3] = 0.05 + 0.05 * light + 0.2 * light * light;
    }
    this.gl.uniform4fv(this.body.at("halos"), halos);
  }
}
