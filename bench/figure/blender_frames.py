# SPDX-License-Identifier: Apache-2.0
"""Renders frames of an exported motion with Blender's Workbench engine and says what one takes, ms of the processor.

blender --background --python blender_frames.py -- MOTION.gltf WIDTH HEIGHT FRAMES
"""
import math
import resource
import sys
import tempfile

import bpy
import numpy

numpy.bool = bool  # the importer of Blender 3.4 asks for a name that Debian's numpy no longer has

path, width, height, frames = sys.argv[sys.argv.index("--") + 1 :]


def processor_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


bpy.ops.wm.read_factory_settings(use_empty=True)
bpy.ops.import_scene.gltf(filepath=path)
scene = bpy.context.scene
scene.render.engine = "BLENDER_WORKBENCH"
scene.display.render_aa = "5"  # five samples a pixel: the nearest to our four
scene.render.resolution_x, scene.render.resolution_y = int(width), int(height)
scene.render.resolution_percentage = 100
scene.render.image_settings.file_format = "BMP"  # hardly anything to pack

camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
camera.data.angle = math.radians(22)
camera.location = (-4.6, 0.6, 1.3)
camera.rotation_euler = (math.radians(80), 0, math.radians(-97))
scene.collection.objects.link(camera)
scene.camera = camera

with tempfile.TemporaryDirectory() as folder:
    scene.render.filepath = f"{folder}/frame.bmp"
    took = []
    for frame in range(1, int(frames) + 1):
        scene.frame_set(frame)
        before = processor_s()
        bpy.ops.render.render(write_still=True)
        took.append(processor_s() - before)
took.sort()
print(f"blender workbench {width}x{height}: {1000 * took[len(took) // 2]:.1f} ms")
