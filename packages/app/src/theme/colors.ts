/** The colours of one mode; every other token is made of these. */
export interface Colors {
  paper: string;
  raised: string;
  sunken: string;
  hover: string;
  pressed: string;
  ink: string;
  quiet: string;
  disabled: string;
  line: string;
  strongLine: string;
  controlLine: string;
  accent: string;
  accentHover: string;
  onAccent: string;
  good: Tone;
  attention: Tone;
  bad: Tone;
  info: Tone;
  /** Of charts, in this order; neighbours differ in lightness too. */
  series: readonly string[];
}

/** A state's colour as text on paper, and as text on its own background. */
interface Tone {
  text: string;
  background: string;
  onBackground: string;
  border: string;
}

export const lightColors: Colors = {
  paper: '#FCFCFA',
  raised: '#FFFFFF',
  sunken: '#F3F5F2',
  hover: '#EDF1ED',
  pressed: '#E3E9E4',
  ink: '#13201B',
  quiet: '#5B6660',
  disabled: '#8B948F',
  line: '#E3E6E3',
  strongLine: '#CBD2CD',
  controlLine: '#858F89',
  accent: '#0B6B4F',
  accentHover: '#095A42',
  onAccent: '#FFFFFF',
  good: {
    text: '#1B7F4B',
    background: '#E4F3EB',
    onBackground: '#14633A',
    border: '#9CCFB3',
  },
  attention: {
    text: '#A65A00',
    background: '#FBEFDE',
    onBackground: '#874900',
    border: '#E2BC87',
  },
  bad: {
    text: '#B3261E',
    background: '#FBE8E6',
    onBackground: '#971D16',
    border: '#E5A9A5',
  },
  info: {
    text: '#1F5FBF',
    background: '#E6EEFA',
    onBackground: '#1A4F9F',
    border: '#A6C1E8',
  },
  series: [
    '#0072B2',
    '#B87A00',
    '#00845F',
    '#B2528A',
    '#6A51A3',
    '#C24E00',
    '#7A6000',
    '#6B6B6B',
  ],
};

export const darkColors: Colors = {
  paper: '#0F1613',
  raised: '#16201C',
  sunken: '#1E2A25',
  hover: '#223029',
  pressed: '#2B3A33',
  ink: '#E8EEEA',
  quiet: '#A3B0A9',
  disabled: '#6C7872',
  line: '#2A3631',
  strongLine: '#3D4B45',
  controlLine: '#6F7D76',
  accent: '#4CC79C',
  accentHover: '#6AD6B0',
  onAccent: '#0A1F17',
  good: {
    text: '#6FD79E',
    background: '#12301F',
    onBackground: '#86DDAE',
    border: '#2B6344',
  },
  attention: {
    text: '#F0B765',
    background: '#33250F',
    onBackground: '#F3C37F',
    border: '#6E5224',
  },
  bad: {
    text: '#F5958D',
    background: '#3B1815',
    onBackground: '#F7A8A1',
    border: '#78332E',
  },
  info: {
    text: '#8FBBF5',
    background: '#16253D',
    onBackground: '#A5C9F8',
    border: '#31507F',
  },
  series: [
    '#56B4E9',
    '#E69F00',
    '#2BC59A',
    '#E3A0C6',
    '#A99BE0',
    '#F28A4B',
    '#D6C24A',
    '#9A9A9A',
  ],
};
