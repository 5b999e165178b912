import { passageMarker, queryMarker } from './prompt.ts';

/** The tokens of Qwen3 that stand for themselves wherever they are written, and the model's own markers. */
export const qwen3Specials: readonly string[] = [
  '<|endoftext|> <|im_start|> <|im_end|> <|object_ref_start|> <|object_ref_end|> <|box_start|> <|box_end|>',
  '<|quad_start|> <|quad_end|> <|vision_start|> <|vision_end|> <|vision_pad|> <|image_pad|> <|video_pad|>',
  '<tool_call> </tool_call> <|fim_prefix|> <|fim_middle|> <|fim_suffix|> <|fim_pad|> <|repo_name|> <|file_sep|>',
  '<tool_response> </tool_response> <think> </think>',
  `${passageMarker} ${queryMarker}`,
].flatMap((line) => line.split(' '));
