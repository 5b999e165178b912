import { readName } from '../names/person-name.ts';

/**
 * Family names that so many people bear that two of them with one given name are often two people, even in a corpus that
 * holds few of them.
 */
const names = `
Ahmed Ali Bai Banerjee Bao Brown Cai Cao Chan Chang Chen Cheng Cho Choi Chu Cui Das Davis Deng Ding Dong Du Duan Fan Fang Feng Fu
Gao Garcia Gonzalez Gu Guo Gupta Han Hansen He Hernandez Ho Hong Hou Hu Huang Hussain Ito Jain Jang Jeong Jia Jiang Jin Johnson
Jones Joshi Jung Kang Khan Kim Kobayashi Kumar Lai Lau Le Lee Lei Li Liang Liao Lim Lin Liu Lopez Lu Luo Ma Martin Martinez Meng
Miller Mohamed Moore Müller Nguyen Nakamura Pan Park Patel Peng Perez Pham Qian Qin Rao Ren Rodriguez Roy Sanchez Sato Schmidt Shah
Shao Sharma Shen Shi Shin Silva Singh Smith Song Su Sun Suzuki Tan Tanaka Tang Taylor Thomas Tian Tran Wang Watanabe Wei Wen White
Williams Wilson Wong Woo Wu Xia Xiao Xie Xu Xue Yamamoto Yan Yang Yao Ye Yin Yoon Yu Yuan Zeng Zhang Zhao Zheng Zhong Zhou Zhu Zou
`;

/** The sounds of common family names, as `PersonName` has them. */
export const commonFamilyNames: ReadonlySet<string> = new Set(
  names
    .trim()
    .split(/\s+/)
    .map((family) => readName({ name: family, family }).familySound),
);
