/** An assistant practitioner with a foundation degree of the Open University, working in a hospital. */
export const practitioner = {
  awards: [
    { award: 'ou-fd-healthcare-practice-x16', on: '2024-07', mark: 62 },
    { award: 'gcse-english', grade: '5', on: '2015-08' },
    { award: 'gcse-maths', grade: '4', on: '2015-08' },
  ],
  experience: [{ setting: 'acute-care', months: 60, hoursPerWeek: 37.5, ongoing: true, evidenced: true }],
  employment: { employer: 'an NHS trust', sector: 'health', hoursPerWeek: 37.5, nominated: true, ongoing: true },
  declarations: [
    { declaration: 'dbs', holds: true },
    { declaration: 'occupational-health', holds: true },
    { declaration: 'good-character', holds: true },
  ],
  home: { region: 'letb-north-east' },
  band: 4,
};

/** An assistant practitioner of imaging whose foundation degree leaves the skeleton out; made up. */
export const imagingPractitioner = {
  ...practitioner,
  awards: [
    { award: 'canterbury-christ-church-fdsc-imaging-ap', on: '2024-07' },
    { award: 'gcse-english', grade: '4' },
    { award: 'gcse-maths', grade: '4' },
  ],
  experience: [{ setting: 'imaging', months: 36, hoursPerWeek: 37.5, ongoing: true, evidenced: true }],
  home: { region: 'letb-kent-surrey-sussex' },
};

/** A healthcare assistant with an NVQ, whose employer nominates nobody. */
export const healthcareAssistant = {
  ...practitioner,
  awards: [{ award: 'nvq3' }, { award: 'gcse-english', grade: '4' }, { award: 'gcse-maths', grade: '4' }],
  experience: [{ setting: 'community-care', months: 36, hoursPerWeek: 37.5, ongoing: true, evidenced: true }],
  employment: { sector: 'health', hoursPerWeek: 37.5, nominated: false, ongoing: true },
  home: { region: 'letb-north-central-east-london' },
  band: 3,
};
